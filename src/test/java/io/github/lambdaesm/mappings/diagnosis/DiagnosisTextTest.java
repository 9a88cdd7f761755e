package io.github.lambdaesm.mappings.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTextTest {
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

  private static Diagnosis diagnose(EventSourceMappingConfiguration.Builder mapping) {
    return Diagnosis.of(mapping.build(), DiagnosisFacts.builder().build(), TIME);
  }

  @Test
  void showsVerdictRemedyAndTexts() {
    Diagnosis diagnosis =
        diagnose(
            EventSourceMappingConfiguration.builder()
                .uuid("5a7b")
                .eventSourceArn("arn:aws:kafka:us-east-1:123456789012:cluster/c/u")
                .functionArn("arn:aws:lambda:us-east-1:123456789012:function:f")
                .state("Enabled")
                .stateTransitionReason("User action")
                .lastProcessingResult("PROBLEM: Provided certificate or private key is invalid")
                .lastModified(TIME)
                .filterCriteriaError(e -> e.errorCode("AccessDeniedException")));

    assertThat(diagnosis)
        .hasToString(
            """
            FAILING [certificate-invalid]: The certificate or the private key in the secret cannot be read.
              What to do: Encode both as PEM. If the private key is encrypted, use PBES1.
              Evidence: documented by AWS
              Mapping: 5a7b, reads arn:aws:kafka:us-east-1:123456789012:cluster/c/u, \
            invokes arn:aws:lambda:us-east-1:123456789012:function:f
              State: Enabled
              StateTransitionReason: User action
              LastProcessingResult: PROBLEM: Provided certificate or private key is invalid
              FilterCriteriaError.ErrorCode: AccessDeniedException
              LastModified: 2026-01-02T03:04:05Z
              A change can take up to 15 minutes to show.
              Also: The filter criteria cannot be decrypted, so it is unknown whether the mapping works; \
            Lambda may lack access to the KMS key, or only the caller of this library; see FilterCriteriaError: \
            Allow lambda.amazonaws.com the action kms:Decrypt in the policy of the KMS key, with the ARN \
            of the mapping as aws:SourceArn, and allow it to whoever calls GetEventSourceMapping. \
            [filter-not-decryptable, documented by AWS]\
            """);
  }

  @Test
  void showsThatMappingIsGone() {
    assertThat(Diagnosis.gone("5a7b"))
        .hasToString(
            """
            GONE [gone]: There is no mapping with this UUID.
              What to do: Check the UUID, the Region and the account; a mapping that was just created \
            may not be visible yet.
              Evidence: returned by AWS
              Mapping: 5a7b\
            """);
  }

  @Test
  void escapesControlCharactersAndKeepsRawText() {
    String raw = "PROBLEM: a\nFAKE: b\u001b[31m \u202egnorw \u2028 \ud83d\ude80 \ud83d";

    Diagnosis diagnosis =
        diagnose(
            EventSourceMappingConfiguration.builder().state("Enabled").lastProcessingResult(raw));

    assertThat(diagnosis.rawTexts()).containsEntry("LastProcessingResult", raw);
    assertThat(diagnosis.toString())
        .contains(
            "LastProcessingResult: PROBLEM: a\\u000aFAKE: b\\u001b[31m \\u202egnorw \\u2028"
                + " \ud83d\ude80 \\ud83d")
        .doesNotContain(raw);
  }

  @Test
  void cutsLongTexts() {
    Diagnosis diagnosis =
        diagnose(
            EventSourceMappingConfiguration.builder()
                .uuid("u".repeat(1000))
                .state("Enabled")
                .lastProcessingResult("PROBLEM: " + "x".repeat(1_000_000)));

    assertThat(diagnosis.code()).isEqualTo("unknown-problem");
    assertThat(diagnosis.rawTexts().get("LastProcessingResult")).hasSize(1_000_009);
    assertThat(diagnosis.toString())
        .hasSizeLessThan(1200)
        .contains("PROBLEM: " + "x".repeat(191) + "...")
        .contains("u".repeat(200) + "...");
  }

  @ParameterizedTest
  @CsvSource({
    "WHOLE, OK, OK, true",
    "WHOLE, ' ok ', OK, true",
    "WHOLE, OKAY, OK, false",
    "WHOLE, O, OK, false",
    "PREFIX, problem: a, PROBLEM:, true",
    "PREFIX, a PROBLEM:, PROBLEM:, false",
    "PREFIX, PROB, PROBLEM:, false",
    "CONTAINED, a Problem: b, PROBLEM:, true",
    "CONTAINED, PROBLEM:, PROBLEM:, true",
    "CONTAINED, PROBLEM, PROBLEM:, false",
    "CONTAINED, '', PROBLEM:, false"
  })
  void matchesTexts(TextMatch match, String text, String known, boolean matches) {
    assertThat(match.matches(text, known)).isEqualTo(matches);
  }
}
