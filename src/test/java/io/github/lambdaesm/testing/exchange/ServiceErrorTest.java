package io.github.lambdaesm.testing.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.testing.internal.state.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Checks the body of each error. Errors differ in the name of the message member and in whether
 * they have a type.
 */
class ServiceErrorTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "400, InvalidParameterValueException, `{'Type':'User','message':'why'}`",
        "409, ResourceConflictException, `{'Type':'User','message':'why'}`",
        "400, ResourceInUseException, `{'Type':'User','Message':'why'}`",
        "404, ResourceNotFoundException, `{'Type':'User','Message':'why'}`",
        "500, ServiceException, `{'Type':'Service','Message':'why'}`",
        "400, ValidationException, `{'message':'why'}`",
        "403, AccessDeniedException, `{'message':'why'}`"
      })
  void writesBodyOfEachError(int status, String code, String body) {
    assertThat(Json.write(new ServiceError(status, code, "why").body()))
        .isEqualTo(body.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource("Rate exceeded, CallerRateLimitExceeded")
  void writesReasonAndMessageOfThrottling(String message, String reason) {
    assertThat(Json.write(ServiceError.throttled().body()))
        .contains("\"Reason\":\"" + reason + "\"", "\"message\":\"" + message + "\"");
  }
}
