package io.github.lambdaesm.internal.mapping;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/** Configures the requests that serve a create, for example a list that looks for its mapping. */
public final class RelatedRequests {
  private RelatedRequests() {}

  /**
   * Returns the override configuration of a create without its query parameters, which are not
   * meant for other requests; null if it has none.
   */
  public static @Nullable AwsRequestOverrideConfiguration settings(
      CreateEventSourceMappingRequest create) {
    return create
        .overrideConfiguration()
        .map(settings -> settings.toBuilder().rawQueryParameters(Map.of()).build())
        .orElse(null);
  }
}
