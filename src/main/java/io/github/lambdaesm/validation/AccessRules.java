package io.github.lambdaesm.validation;

import static io.github.lambdaesm.model.EventSource.DOCUMENTDB;
import static io.github.lambdaesm.model.EventSource.MQ;
import static io.github.lambdaesm.model.EventSource.SELF_MANAGED_KAFKA;
import static io.github.lambdaesm.model.EventSource.SELF_MANAGED_KAFKA_QUEUE;
import static io.github.lambdaesm.model.Evidence.Basis.DOCUMENTED;
import static io.github.lambdaesm.model.Evidence.Basis.RECORDED_ELSEWHERE;
import static io.github.lambdaesm.model.Evidence.Basis.TOOLS;
import static io.github.lambdaesm.model.Evidence.Basis.UNKNOWN;
import static io.github.lambdaesm.validation.MappingRule.On.BOTH;
import static io.github.lambdaesm.validation.MappingRule.requirement;
import static io.github.lambdaesm.validation.MappingRule.rule;
import static io.github.lambdaesm.internal.mapping.Sources.QUEUES;
import static io.github.lambdaesm.internal.mapping.Sources.SELF_MANAGED;
import static io.github.lambdaesm.internal.mapping.Sources.STREAMS;
import static io.github.lambdaesm.internal.mapping.Sources.union;

import io.github.lambdaesm.model.SourceAccessConfiguration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The rules for {@code SourceAccessConfigurations}. Their messages never contain a URI. */
final class AccessRules {
  private static final MemberPath ACCESS = MemberPath.of("SourceAccessConfigurations");
  private static final List<MemberPath> ONLY_ACCESS = List.of(ACCESS);
  private static final String[] REJECTED_BY_MQ = {
    "CLIENT_CERTIFICATE_TLS_AUTH", "SASL_SCRAM_512_AUTH"
  };
  private static final Set<String> ACCEPTED_BY_MQ = Set.of("BASIC_AUTH", "VIRTUAL_HOST");
  private static final Set<String> AUTHENTICATION =
      Set.of(
          "BASIC_AUTH",
          "SASL_SCRAM_256_AUTH",
          "SASL_SCRAM_512_AUTH",
          "CLIENT_CERTIFICATE_TLS_AUTH");

  static final List<MappingRule> RULES =
      List.of(
          rule("esm-access-source", BOTH, ONLY_ACCESS, v -> v.sets(ACCESS))
              .says("SourceAccessConfigurations is not supported for {source}", "remove it")
              .knownBy(UNKNOWN, union(QUEUES, STREAMS)),
          rule("esm-access-type-mq", BOTH, ONLY_ACCESS, v -> hasAny(v, REJECTED_BY_MQ))
              .says(
                  "The access types CLIENT_CERTIFICATE_TLS_AUTH and SASL_SCRAM_512_AUTH are not"
                      + " supported for {source}",
                  "use BASIC_AUTH, and VIRTUAL_HOST for RabbitMQ")
              .knownBy(Recorded.PREFLIGHT, Set.of(MQ)),
          rule("esm-access-type-mq", BOTH, ONLY_ACCESS, AccessRules::hasOtherTypeForMq)
              .says(
                  "Only the access types BASIC_AUTH and VIRTUAL_HOST are supported for {source}",
                  "use BASIC_AUTH, and VIRTUAL_HOST for RabbitMQ")
              .knownBy(RECORDED_ELSEWHERE, Set.of(MQ)),
          requirement(
                  "esm-smk-access",
                  ONLY_ACCESS,
                  v -> !v.sets(ACCESS) && !v.has(ScalingRules.PROVISIONED))
              .says(
                  "SourceAccessConfigurations is required for {source}",
                  "set the credentials, or the VPC's subnets and security group")
              .knownBy(Recorded.LOCALSTACK_2024, Set.of(SELF_MANAGED_KAFKA))
              .knownBy(RECORDED_ELSEWHERE, Set.of(SELF_MANAGED_KAFKA_QUEUE)),
          requirement(
                  "esm-smk-access",
                  ONLY_ACCESS,
                  v -> !v.sets(ACCESS) && v.has(ScalingRules.PROVISIONED))
              .says(
                  "SourceAccessConfigurations may be required for {source} in provisioned mode too",
                  "set the credentials, or the VPC's subnets and security group")
              .knownBy(UNKNOWN, SELF_MANAGED),
          rule(
                  "esm-smk-vpc-pair",
                  BOTH,
                  ONLY_ACCESS,
                  v -> hasAny(v, "VPC_SUBNET") != hasAny(v, "VPC_SECURITY_GROUP"))
              .says(
                  "The access types VPC_SUBNET and VPC_SECURITY_GROUP need each other",
                  "set both or none")
              .knownBy(TOOLS, SELF_MANAGED),
          rule("esm-smk-two-auth", BOTH, ONLY_ACCESS, v -> authenticationTypes(v) > 1)
              .says(
                  "SourceAccessConfigurations has more than one type of authentication", "keep one")
              .knownBy(TOOLS, SELF_MANAGED),
          requirement("esm-mq-access", ONLY_ACCESS, v -> !v.sets(ACCESS))
              .says(
                  "SourceAccessConfigurations is required for {source}",
                  "set BASIC_AUTH to the ARN of the secret with the broker's credentials")
              .knownBy(Recorded.PREFLIGHT, Set.of(MQ)),
          requirement("esm-docdb-access", ONLY_ACCESS, v -> !hasAny(v, "BASIC_AUTH"))
              .says(
                  "SourceAccessConfigurations with BASIC_AUTH is required for {source}",
                  "set BASIC_AUTH to the ARN of the secret with the cluster's credentials")
              .knownBy(Recorded.PREFLIGHT, Set.of(DOCUMENTDB)),
          rule(
                  "esm-oauth-scope",
                  BOTH,
                  ONLY_ACCESS,
                  v -> hasOauthValue(v) && !hasAny(v, "OAUTHBEARER_AUTH", "IAM_OAUTHBEARER_AUTH"))
              .says(
                  "OAUTHBEARER_SCOPE, _AUDIENCE, _LOGICAL_CLUSTER and _IDENTITY_POOL need an access"
                      + " type for OAuth",
                  "add OAUTHBEARER_AUTH or IAM_OAUTHBEARER_AUTH")
              .knownBy(DOCUMENTED, SELF_MANAGED),
          rule("esm-oauth-iam", BOTH, ONLY_ACCESS, AccessRules::hasInvalidIamOauth)
              .says(
                  "IAM_OAUTHBEARER_AUTH needs OAUTHBEARER_AUDIENCE and no other value for OAuth",
                  "set OAUTHBEARER_AUDIENCE; remove _SCOPE, _LOGICAL_CLUSTER and _IDENTITY_POOL")
              .knownBy(DOCUMENTED, SELF_MANAGED),
          rule("esm-access-uri", BOTH, ONLY_ACCESS, AccessRules::hasIamWithUri)
              .says("IAM_AUTH and IAM_OAUTHBEARER_AUTH do not take a URI", "remove the URI")
              .knownBy(DOCUMENTED, SELF_MANAGED));

  private AccessRules() {}

  private static List<String> types(MappingView view) {
    return view.requestedList(ACCESS).stream()
        .map(each -> String.valueOf(((SourceAccessConfiguration) each).typeAsString()))
        .toList();
  }

  static boolean hasAny(MappingView view, String... types) {
    return types(view).stream().anyMatch(Arrays.asList(types)::contains);
  }

  private static boolean hasOtherTypeForMq(MappingView view) {
    return !hasAny(view, REJECTED_BY_MQ) && !ACCEPTED_BY_MQ.containsAll(types(view));
  }

  private static long authenticationTypes(MappingView view) {
    return types(view).stream().filter(AUTHENTICATION::contains).distinct().count();
  }

  private static boolean hasOauthValue(MappingView view) {
    return hasAny(
        view,
        "OAUTHBEARER_SCOPE",
        "OAUTHBEARER_AUDIENCE",
        "OAUTHBEARER_LOGICAL_CLUSTER",
        "OAUTHBEARER_IDENTITY_POOL");
  }

  private static boolean hasInvalidIamOauth(MappingView view) {
    return hasAny(view, "IAM_OAUTHBEARER_AUTH")
        && (!hasAny(view, "OAUTHBEARER_AUDIENCE")
            || hasAny(
                view,
                "OAUTHBEARER_SCOPE",
                "OAUTHBEARER_LOGICAL_CLUSTER",
                "OAUTHBEARER_IDENTITY_POOL"));
  }

  private static boolean hasIamWithUri(MappingView view) {
    return view.requestedList(ACCESS).stream()
        .map(SourceAccessConfiguration.class::cast)
        .anyMatch(
            each -> each.uri() != null && String.valueOf(each.typeAsString()).startsWith("IAM_"));
  }
}
