package io.github.lambdaesm.model;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

/** The interface of all requests. A request can have settings for its own call. */
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
   * Returns the settings for this call only. The request and its JSON do not contain them.
   *
   * @see Builder#overrideConfiguration(AwsRequestOverrideConfiguration)
   */
  default Optional<AwsRequestOverrideConfiguration> overrideConfiguration() {
    // All permitted classes are structures.
    return Optional.ofNullable(
        (AwsRequestOverrideConfiguration) ((Structure) this).values().attachment());
  }

  /** Returns a builder with the members and the settings of this request. */
  Builder toBuilder();

  /** The interface of all request builders. */
  sealed interface Builder permits BaseBuilder {

    /**
     * Sets the settings for this call only.
     *
     * <p>Supported are:
     *
     * <ul>
     *   <li>{@code headers} and {@code rawQueryParameters}. They are sent and signed in addition to
     *       those of the client and of the request. A {@code User-Agent} replaces that of the
     *       client.
     *   <li>{@code apiCallTimeout} and {@code apiCallAttemptTimeout}. They replace those of the
     *       client.
     *   <li>The credentials provider, which replaces that of the client.
     *   <li>{@code apiNames}, which are appended to the user agent.
     * </ul>
     *
     * <p>Default: none. With any other setting, for example a signer, the call throws an {@link
     * IllegalArgumentException} that names it.
     */
    Builder overrideConfiguration(@Nullable AwsRequestOverrideConfiguration overrideConfiguration);

    /** Sets the settings for this call only, configuring them with the given consumer. */
    Builder overrideConfiguration(
        Consumer<AwsRequestOverrideConfiguration.Builder> overrideConfiguration);

    /** Returns the settings for this call only, or null if none are set. */
    @Nullable AwsRequestOverrideConfiguration overrideConfiguration();

    /** Builds the request. */
    LambdaRequest build();
  }

  /**
   * Narrows the return types of the setters that all requests share.
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
    @SuppressWarnings("unchecked") // every permitted class is a Structure.Builder<B>
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
