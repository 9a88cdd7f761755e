package io.github.lambdaesm;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.LambdaRequest;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import io.github.lambdaesm.model.Violation;
import io.github.lambdaesm.validation.InvalidRequestException;
import io.github.lambdaesm.validation.MappingRules;
import io.github.lambdaesm.validation.ValidationMode;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;

/** Checks creates and updates before they are sent, or after the service has rejected them. */
final class RequestValidation {
  private static final int BAD_REQUEST = 400;

  private final ValidationMode mode;
  private final MappingRules rules;

  private RequestValidation(ValidationMode mode, MappingRules rules) {
    this.mode = mode;
    this.rules = rules;
  }

  /**
   * Returns the validation for the settings of a client. It uses the Region only if it is set in
   * code and decides about the endpoint: to look it up may need the network.
   */
  static RequestValidation of(ClientSettings settings) {
    Region region = settings.endpoint() == null ? settings.region() : null;
    MappingRules rules = MappingRules.standard();
    return new RequestValidation(
        settings.validation() == null ? ValidationMode.EXPLAIN_REFUSALS : settings.validation(),
        region == null ? rules : rules.in(region));
  }

  /**
   * Rejects a request before it is sent, if this client does that.
   *
   * @throws InvalidRequestException if the service is certain to reject the request
   */
  void beforeSending(String operation, LambdaRequest request) {
    if (mode == ValidationMode.BEFORE_SENDING) {
      List<Violation> violations = check(request);
      if (violations.stream().anyMatch(Violation::isError)) {
        throw InvalidRequestException.create(operation, violations);
      }
    }
  }

  /**
   * Returns an exception with what the rules find in the request. Returns the exception itself if
   * it is no refusal or if they find nothing.
   */
  SdkException explain(SdkException failure, LambdaRequest request) {
    if (mode == ValidationMode.OFF
        || !(failure instanceof LambdaException refusal)
        || refusal.statusCode() != BAD_REQUEST) {
      return failure;
    }
    List<Violation> violations = check(request);
    return violations.isEmpty() ? refusal : explained(refusal, violations);
  }

  private static LambdaException explained(LambdaException refusal, List<Violation> violations) {
    LambdaException explained = refusal.toBuilder().violations(violations).build();
    explained.setStackTrace(refusal.getStackTrace());
    Arrays.stream(refusal.getSuppressed()).forEach(explained::addSuppressed);
    return explained;
  }

  private List<Violation> check(LambdaRequest request) {
    if (request instanceof CreateEventSourceMappingRequest create) {
      return rules.check(create);
    }
    return request instanceof UpdateEventSourceMappingRequest update
        ? rules.check(update)
        : List.of();
  }
}
