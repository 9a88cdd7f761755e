package io.github.lambdaesm;

import io.github.lambdaesm.internal.endpoint.EndpointResolver;
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
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;

/** Checks creates and updates before they are sent, or after the service has rejected them. */
final class RequestValidation {
  private static final int BAD_REQUEST = 400;

  private final ValidationMode mode;
  private final @Nullable Region region;
  private final EndpointResolver endpoints;
  private volatile @Nullable MappingRules rules;

  /**
   * Creates the validation of a client.
   *
   * @param endpoints tells whether the client calls an endpoint of its Region
   */
  RequestValidation(ClientSettings settings, EndpointResolver endpoints) {
    this.mode =
        settings.validation() == null ? ValidationMode.EXPLAIN_REFUSALS : settings.validation();
    this.region = settings.region();
    this.endpoints = endpoints;
  }

  /**
   * Returns the rules. They include the Region only if it is set in code and determines the
   * endpoint: to look it up may need the network, and another endpoint may be of another Region.
   */
  private MappingRules rules() {
    MappingRules known = rules;
    if (known == null) {
      MappingRules standard = MappingRules.standard();
      known = region == null || endpoints.override().isPresent() ? standard : standard.in(region);
      rules = known;
    }
    return known;
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
      return rules().check(create);
    }
    return request instanceof UpdateEventSourceMappingRequest update
        ? rules().check(update)
        : List.of();
  }
}
