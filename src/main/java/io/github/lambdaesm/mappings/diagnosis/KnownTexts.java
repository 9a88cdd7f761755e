package io.github.lambdaesm.mappings.diagnosis;

import static io.github.lambdaesm.mappings.diagnosis.DiagnosisVerdict.DISABLED_BY_LAMBDA;
import static io.github.lambdaesm.mappings.diagnosis.DiagnosisVerdict.FAILING;
import static io.github.lambdaesm.mappings.diagnosis.DiagnosisVerdict.HEALTHY;
import static io.github.lambdaesm.mappings.diagnosis.DiagnosisVerdict.IN_TRANSITION;
import static io.github.lambdaesm.mappings.diagnosis.DiagnosisVerdict.PAUSED_BY_USER;
import static io.github.lambdaesm.mappings.diagnosis.TextMatch.CONTAINED;
import static io.github.lambdaesm.mappings.diagnosis.TextMatch.PREFIX;
import static io.github.lambdaesm.mappings.diagnosis.TextMatch.WHOLE;
import static io.github.lambdaesm.model.EventSource.DYNAMODB;
import static io.github.lambdaesm.model.EventSource.KINESIS;
import static io.github.lambdaesm.model.EventSource.MQ;
import static io.github.lambdaesm.model.EventSource.MSK;
import static io.github.lambdaesm.model.EventSource.SELF_MANAGED_KAFKA;
import static io.github.lambdaesm.model.EventSource.SQS;
import static io.github.lambdaesm.model.EventSource.SQS_FIFO;
import static io.github.lambdaesm.model.Evidence.Basis.DOCUMENTED;
import static io.github.lambdaesm.model.Evidence.Basis.OBSERVED;
import static io.github.lambdaesm.model.Evidence.Basis.REPORTED;

import io.github.lambdaesm.model.EventSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts that Lambda is known to return. To add one, add a row; the first that matches wins. */
final class KnownTexts {
  static final String PROBLEM = "PROBLEM:";

  private static final EventSource[] ALL_SOURCES = EventSource.values();

  static final List<KnownText> ROWS =
      List.of(
          state("Creating", "creating", "Lambda is creating the mapping"),
          state("Enabling", "enabling", "Lambda is enabling the mapping"),
          state("Updating", "updating", "Lambda is updating the mapping"),
          state("Disabling", "disabling", "Lambda is disabling the mapping"),
          state("Deleting", "deleting", "Lambda is deleting the mapping"),
          byUser("USER_INITIATED")
              .knownBy(OBSERVED, SQS, SQS_FIFO, SELF_MANAGED_KAFKA)
              .knownBy(DOCUMENTED, MQ),
          byUser("User action").knownBy(OBSERVED, KINESIS, DYNAMODB).knownBy(DOCUMENTED, MSK),
          byUser("User initiated").knownBy(DOCUMENTED, ALL_SOURCES),
          KnownText.text(
                  TextMember.STATE_TRANSITION_REASON, WHOLE, "Lambda initiated", DISABLED_BY_LAMBDA)
              .says(
                  "disabled-by-lambda",
                  "Lambda disabled the mapping",
                  "Check the last processing result, the event source and the execution role, then"
                      + " enable the mapping")
              .knownBy(DOCUMENTED, ALL_SOURCES),
          problem("ESM_CONFIG_NOT_VALID")
              .says(
                  "mapping-config-invalid",
                  "The configuration of the mapping is not valid",
                  "Check the names of the topic, queue or virtual host, the subnets and security"
                      + " groups, and the format of the secret, then update the mapping"),
          problem("EVENT_SOURCE_AUTHN_ERROR")
              .says(
                  "source-authentication-failed",
                  "Lambda could not authenticate to the event source",
                  "Check the user name and password in the secret, whether the secret was rotated,"
                      + " the SASL mechanism and the certificate, then enable the mapping"),
          problem("EVENT_SOURCE_AUTHZ_ERROR")
              .says(
                  "role-cannot-read-source",
                  "Lambda is not permitted to read the event source",
                  "Check the execution role: kafka-cluster actions or mq:DescribeBroker,"
                      + " secretsmanager:GetSecretValue, kms:Decrypt and the EC2 actions for"
                      + " network interfaces; for Kafka, check the ACLs, too. Then enable the"
                      + " mapping"),
          problem("FUNCTION_CONFIG_NOT_VALID")
              .says(
                  "function-config-invalid",
                  "The configuration of the function is not valid",
                  "Check that the function exists, its role, and that its timeout is at most 14"
                      + " minutes, then enable the mapping"),
          result(WHOLE, "OK", HEALTHY)
              .says("ok", "The last batch was processed", "Nothing to do")
              .knownBy(OBSERVED, KINESIS, DYNAMODB)
              .knownBy(DOCUMENTED, MSK, SELF_MANAGED_KAFKA),
          result(WHOLE, "No records processed", HEALTHY)
              .says(
                  "no-records-processed",
                  "Lambda has not processed any records yet",
                  "If you expect records, check that they arrive at the event source, whether the"
                      + " filter criteria drop all of them, and the starting position: LATEST skips"
                      + " records that arrive before polling begins")
              .knownBy(OBSERVED, KINESIS, DYNAMODB, SELF_MANAGED_KAFKA),
          result(PREFIX, "PROBLEM: Function call failed", FAILING)
              .says(
                  "function-call-failed",
                  "The function failed, timed out or was throttled",
                  "Look at the function's logs and its metrics Errors and Throttles; a stream is"
                      + " blocked until the records expire, unless you limit retries or record age,"
                      + " bisect batches, and set an on-failure destination")
              .knownBy(DOCUMENTED, KINESIS)
              .knownBy(REPORTED, DYNAMODB),
          result(PREFIX, "PROBLEM: internal Lambda error", FAILING)
              .says(
                  "internal-lambda-error",
                  "Lambda reports an internal error, which was seen with streams that are idle,"
                      + " expired or recreated",
                  "Check that the ARN of the stream still exists and that records arrive;"
                      + " otherwise recreate the mapping, or contact AWS Support")
              .knownBy(REPORTED, KINESIS, DYNAMODB),
          result(PREFIX, "PROBLEM: Function not found", FAILING)
              .says(
                  "function-not-found",
                  "The function, or its version or alias, does not exist",
                  "Delete the mapping, or update it with another FunctionName")
              .knownBy(REPORTED, KINESIS),
          // AWS documents what the network needs, but not this text.
          result(PREFIX, "PROBLEM: Connection error", FAILING)
              .says(
                  "source-unreachable",
                  "Lambda cannot connect to the event source",
                  "In on-demand mode, give the subnets a NAT gateway or VPC endpoints for lambda,"
                      + " sts and, with a secret, secretsmanager; allow the security group to reach"
                      + " itself on the brokers' port")
              .knownBy(REPORTED, MSK),
          kafka("Cluster failed to authorize Lambda")
              .says(
                  "kafka-authorization-failed",
                  "The Kafka ACLs do not permit Lambda to read the topic",
                  "Allow DescribeConfigs on the cluster, Describe and Read on the group (the"
                      + " ConsumerGroupId, by default the UUID of the mapping) and on the topic;"
                      + " this takes minutes to take effect"),
          kafka("SASL authentication failed")
              .says(
                  "sasl-authentication-failed",
                  "The Kafka cluster does not accept the credentials",
                  "Check the secret or, for IAM, kafka-cluster:Connect in the execution role; if it"
                      + " fails only sometimes, check the brokers' connection quota, or wait until"
                      + " the result is OK again"),
          kafka("Server failed to authenticate Lambda")
              .says(
                  "client-certificate-rejected",
                  "The Kafka cluster does not accept the client certificate, or there is none",
                  "Set CLIENT_CERTIFICATE_TLS_AUTH in SourceAccessConfigurations to the secret of a"
                      + " certificate that the brokers trust"),
          kafka("Lambda failed to authenticate server")
              .says(
                  "server-certificate-rejected",
                  "Lambda does not trust the certificate of the brokers",
                  "Set SERVER_ROOT_CA_CERTIFICATE in SourceAccessConfigurations to the secret of"
                      + " their CA, and check the names in the certificate"),
          kafka("Provided certificate or private key is invalid")
              .says(
                  "certificate-invalid",
                  "The certificate or the private key in the secret cannot be read",
                  "Encode both as PEM. If the private key is encrypted, use PBES1"));

  private KnownTexts() {}

  /** Returns the first row that matches a text; null if there is none. */
  static @Nullable KnownText find(TextMember member, String text) {
    for (KnownText row : ROWS) {
      if (row.member() == member && row.matches(text)) {
        return row;
      }
    }
    return null;
  }

  /** Returns whether a reason of a transition says that a user made the change. */
  static boolean isByUser(@Nullable String reason) {
    KnownText known = reason == null ? null : find(TextMember.STATE_TRANSITION_REASON, reason);
    return known != null && known.verdict() == PAUSED_BY_USER;
  }

  private static KnownText state(String state, String code, String sentence) {
    return KnownText.text(TextMember.STATE, WHOLE, state, IN_TRANSITION)
        .says(code, sentence, "Wait until the change is complete")
        .knownBy(DOCUMENTED, ALL_SOURCES);
  }

  private static KnownText byUser(String reason) {
    return KnownText.text(TextMember.STATE_TRANSITION_REASON, WHOLE, reason, PAUSED_BY_USER)
        .says(
            "disabled-by-user",
            "A user disabled the mapping",
            "To resume, update the mapping with Enabled set to true");
  }

  private static KnownText problem(String reason) {
    return KnownText.text(TextMember.STATE_TRANSITION_REASON, WHOLE, reason, FAILING)
        .knownBy(DOCUMENTED, MSK, SELF_MANAGED_KAFKA, MQ);
  }

  private static KnownText result(TextMatch match, String text, DiagnosisVerdict verdict) {
    return KnownText.text(TextMember.LAST_PROCESSING_RESULT, match, text, verdict);
  }

  private static KnownText kafka(String result) {
    return result(CONTAINED, result, FAILING).knownBy(DOCUMENTED, MSK, SELF_MANAGED_KAFKA);
  }
}
