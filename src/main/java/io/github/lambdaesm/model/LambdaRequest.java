package io.github.lambdaesm.model;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/** What all requests have: settings for the one call that is made with the request. */
public sealed interface LambdaRequest
    permits CreateEventSourceMappingRequest,
        DeleteEventSourceMappingRequest,
        GetEventSourceMappingRequest,
        ListEventSourceMappingsRequest,
        ListTagsRequest,
        TagResourceRequest,
        UntagResourceRequest,
        UpdateEventSourceMappingRequest {

  /**
   * The settings for this call alone. They are never sent as part of the request, and are not in
   * its JSON.
   *
   * @see Builder#overrideConfiguration(AwsRequestOverrideConfiguration)
   */
  default Optional<AwsRequestOverrideConfiguration> overrideConfiguration() {
    // All that are permitted are structures.
    return Optional.ofNullable(
        (AwsRequestOverrideConfiguration) ((Structure) this).values().attachment());
  }

  /** A builder with the members and the settings of this request. */
  Builder toBuilder();

  /** What the builders of all requests have. */
  sealed interface Builder permits BaseBuilder {

    /**
     * Sets settings for this call alone. Honoured are {@code headers} and {@code
     * rawQueryParameters}, which are sent and signed besides those of the client and of the request
     * ({@code User-Agent} takes the client's place); {@code apiCallTimeout} and {@code
     * apiCallAttemptTimeout}, which take the place of the client's; and the credentials provider.
     * What cannot be honoured, a signer for example, is refused by the call with an {@link
     * IllegalArgumentException} that names it. Default: none.
     */
    Builder overrideConfiguration(@Nullable AwsRequestOverrideConfiguration overrideConfiguration);

    /** Sets settings for this call alone, configuring it with the given consumer. */
    Builder overrideConfiguration(
        Consumer<AwsRequestOverrideConfiguration.Builder> overrideConfiguration);

    /** The settings for this call alone, as they have been set until now. */
    @Nullable AwsRequestOverrideConfiguration overrideConfiguration();

    /** The request. */
    LambdaRequest build();
  }

  /**
   * The setters that all requests share, each returning the builder it is called on.
   *
   * @param <B> the builder's own class
   */
  sealed interface BaseBuilder<B extends BaseBuilder<B>> extends Builder
      permits CreateEventSourceMappingRequest.Builder,
          DeleteEventSourceMappingRequest.Builder,
          GetEventSourceMappingRequest.Builder,
          ListEventSourceMappingsRequest.Builder,
          ListTagsRequest.Builder,
          TagResourceRequest.Builder,
          UntagResourceRequest.Builder,
          UpdateEventSourceMappingRequest.Builder {

    @Override
    @SuppressWarnings("unchecked") // a Structure.Builder, as all that are permitted, that names B
    default B overrideConfiguration(
        @Nullable AwsRequestOverrideConfiguration overrideConfiguration) {
      return ((Structure.Builder<B>) this).attach(overrideConfiguration);
    }

    @Override
    default B overrideConfiguration(
        Consumer<AwsRequestOverrideConfiguration.Builder> overrideConfiguration) {
      return overrideConfiguration(
          AwsRequestOverrideConfiguration.builder().applyMutation(overrideConfiguration).build());
    }

    @Override
    default @Nullable AwsRequestOverrideConfiguration overrideConfiguration() {
      return (AwsRequestOverrideConfiguration) ((Structure.Builder<?>) this).attachment();
    }
  }
}
