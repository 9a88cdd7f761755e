package io.github.lambdaesm.validation;

import static io.github.lambdaesm.internal.mapping.Sources.ALL;
import static io.github.lambdaesm.internal.mapping.Sources.QUEUES;
import static io.github.lambdaesm.internal.mapping.Sources.SELF_MANAGED;
import static io.github.lambdaesm.internal.mapping.Sources.allBut;
import static io.github.lambdaesm.internal.mapping.Sources.union;
import static io.github.lambdaesm.model.EventSource.DYNAMODB;
import static io.github.lambdaesm.model.EventSource.MQ;
import static io.github.lambdaesm.model.EventSource.UNKNOWN;
import static io.github.lambdaesm.model.Evidence.Basis.API_MODEL;
import static io.github.lambdaesm.model.Evidence.Basis.DOCUMENTED;
import static io.github.lambdaesm.model.Evidence.Basis.RECORDED_ELSEWHERE;
import static io.github.lambdaesm.model.Evidence.Basis.TOOLS;
import static io.github.lambdaesm.validation.MappingRule.On.BOTH;
import static io.github.lambdaesm.validation.MappingRule.On.CREATE;
import static io.github.lambdaesm.validation.MappingRule.requirement;
import static io.github.lambdaesm.validation.MappingRule.rule;

import io.github.lambdaesm.internal.arn.Arn;
import io.github.lambdaesm.internal.arn.FunctionReference;
import java.util.List;
import java.util.Set;

/** The rules for the event source and the function. */
final class SourceRules {
  private static final MemberPath ARN = MemberPath.of("EventSourceArn");
  private static final MemberPath SELF_MANAGED_SOURCE = MemberPath.of("SelfManagedEventSource");
  private static final MemberPath FUNCTION = MemberPath.of("FunctionName");
  private static final List<MemberPath> FUNCTION_ONLY = List.of(FUNCTION);
  private static final List<MemberPath> ARN_ONLY = List.of(ARN);
  private static final Set<String> REJECTED_SERVICES = Set.of("s3", "docdb", "docdb-elastic");
  private static final int MAX_NAME_LENGTH = 64;
  private static final int MAX_REFERENCE_LENGTH = 256;

  static final List<MappingRule> RULES =
      List.of(
          requirement(
                  "esm-source-missing",
                  List.of(ARN, SELF_MANAGED_SOURCE),
                  v -> !v.sets(ARN) && !v.contains(SELF_MANAGED_SOURCE))
              .says("Neither EventSourceArn nor SelfManagedEventSource is set", "set one of them")
              .knownBy(Recorded.on(2025, 11, 27), Set.of(UNKNOWN)),
          rule(
                  "esm-source-both",
                  CREATE,
                  List.of(SELF_MANAGED_SOURCE, ARN),
                  v -> v.sets(ARN) && v.contains(SELF_MANAGED_SOURCE))
              .says("EventSourceArn and SelfManagedEventSource are both set", "remove one of them")
              .knownBy(TOOLS, allBut(SELF_MANAGED)),
          rule(
                  "esm-source-unsupported",
                  CREATE,
                  ARN_ONLY,
                  v -> REJECTED_SERVICES.contains(sourceOf(v).service()))
              .says(
                  "EventSourceArn {EventSourceArn|of the services s3, docdb and docdb-elastic} is"
                      + " not an event source",
                  "use the ARN of a supported event source; that of a DocumentDB cluster is"
                      + " arn:aws:rds:region:account:cluster:name")
              .knownBy(Recorded.PREFLIGHT, Set.of(UNKNOWN)),
          rule(
                  "esm-source-unsupported",
                  CREATE,
                  ARN_ONLY,
                  v ->
                      !sourceOf(v).service().isEmpty()
                          && !REJECTED_SERVICES.contains(sourceOf(v).service()))
              .says(
                  "EventSourceArn {EventSourceArn|of another service} is not a known event source",
                  "use the ARN of a supported event source")
              .knownBy(RECORDED_ELSEWHERE, Set.of(UNKNOWN)),
          rule("esm-source-region", CREATE, ARN_ONLY, SourceRules::isInOtherRegion)
              .says(
                  "EventSourceArn {EventSourceArn|} is not in {region|the client's Region}",
                  "use an event source in the Region of the function")
              .knownBy(RECORDED_ELSEWHERE, allBut(SELF_MANAGED))
              .knownBy(Recorded.PREFLIGHT, union(QUEUES, Set.of(DYNAMODB))),
          rule("esm-source-account-mq", BOTH, FUNCTION_ONLY, SourceRules::isOfOtherAccount)
              .says(
                  "The function and the broker belong to different accounts",
                  "use a broker in the account of the function")
              .knownBy(Recorded.PREFLIGHT, Set.of(MQ)),
          requirement("esm-function-required", FUNCTION_ONLY, v -> !v.contains(FUNCTION))
              .says("FunctionName is not set", "set it")
              .knownBy(API_MODEL, ALL),
          rule(
                  "esm-function-format",
                  BOTH,
                  FUNCTION_ONLY,
                  v -> v.contains(FUNCTION) && !TextForm.FUNCTION.matches(functionOf(v)))
              .says(
                  "FunctionName \"{FunctionName|...}\" is not a function name or ARN",
                  "use a name, an ARN, or account:function:name")
              .knownBy(Recorded.PREFLIGHT, ALL),
          rule("esm-function-name-long", BOTH, FUNCTION_ONLY, v -> hasLongName(functionOf(v)))
              .says(
                  "The name of the function in FunctionName has more than 64 characters",
                  "use the name of an existing function")
              .knownBy(DOCUMENTED, ALL),
          rule(
                  "esm-function-total-long",
                  BOTH,
                  FUNCTION_ONLY,
                  v -> functionOf(v).length() > MAX_REFERENCE_LENGTH)
              .says("FunctionName has more than 256 characters", "use the name of the function")
              .knownBy(API_MODEL, ALL));

  private SourceRules() {}

  private static String functionOf(MappingView view) {
    return view.requestedText(FUNCTION);
  }

  private static Arn sourceOf(MappingView view) {
    return Arn.of(view.text(ARN));
  }

  private static boolean isInOtherRegion(MappingView view) {
    String client = view.facts().region();
    String source = sourceOf(view).region();
    return client != null && !source.isEmpty() && !source.equals(client);
  }

  private static boolean isOfOtherAccount(MappingView view) {
    String function = FunctionReference.parse(functionOf(view)).account();
    String broker = sourceOf(view).account();
    return function != null && !broker.isEmpty() && !function.equals(broker);
  }

  private static boolean hasLongName(String function) {
    return function.length() > MAX_NAME_LENGTH
        && FunctionReference.parse(function).name().length() > MAX_NAME_LENGTH;
  }
}
