package io.github.lambdaesm;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.endpoints.EndpointProvider;
import software.amazon.awssdk.http.auth.spi.scheme.AuthScheme;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.regions.Region;

/**
 * Describes the configuration of a client: its Region, the endpoint override if one is configured,
 * its credentials provider, and the override configuration of its builder.
 *
 * <p>{@link LambdaClient#serviceClientConfiguration()} returns it.
 */
public final class LambdaServiceClientConfiguration extends AwsServiceClientConfiguration {

  private LambdaServiceClientConfiguration(Builder builder) {
    super(builder);
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link LambdaServiceClientConfiguration}, for example for a fake client in a test. */
  public static final class Builder implements AwsServiceClientConfiguration.Builder {
    private @Nullable ClientOverrideConfiguration overrideConfiguration;
    private @Nullable URI endpointOverride;
    private @Nullable Region region;
    private @Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentialsProvider;

    private Builder() {}

    /** Sets the override configuration. Default: null. */
    @Override
    public Builder overrideConfiguration(
        @Nullable ClientOverrideConfiguration overrideConfiguration) {
      this.overrideConfiguration = overrideConfiguration;
      return this;
    }

    @Override
    public @Nullable ClientOverrideConfiguration overrideConfiguration() {
      return overrideConfiguration;
    }

    /** Sets the endpoint that replaces the endpoint of the Region. Default: null, no override. */
    @Override
    public Builder endpointOverride(@Nullable URI endpointOverride) {
      this.endpointOverride = endpointOverride;
      return this;
    }

    @Override
    public @Nullable URI endpointOverride() {
      return endpointOverride;
    }

    /** Sets the Region. Default: null. */
    @Override
    public Builder region(@Nullable Region region) {
      this.region = region;
      return this;
    }

    @Override
    public @Nullable Region region() {
      return region;
    }

    /** Sets the credentials provider. Default: null. */
    @Override
    public Builder credentialsProvider(
        @Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentialsProvider) {
      this.credentialsProvider = credentialsProvider;
      return this;
    }

    @Override
    public @Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentialsProvider() {
      return credentialsProvider;
    }

    /** Returns null, because this client has no endpoint providers. */
    @Override
    public @Nullable EndpointProvider endpointProvider() {
      return null;
    }

    /** Returns an empty map, because this client always signs with Signature Version 4. */
    @Override
    public Map<String, AuthScheme<?>> authSchemes() {
      return Map.of();
    }

    @Override
    public LambdaServiceClientConfiguration build() {
      return new LambdaServiceClientConfiguration(this);
    }
  }
}
