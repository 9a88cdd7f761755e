package io.github.lambdaesm;

import io.github.lambdaesm.internal.endpoint.EndpointUri;
import io.github.lambdaesm.validation.ValidationMode;
import java.net.URI;
import java.util.function.Consumer;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.auth.spi.scheme.AuthScheme;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.regions.Region;

/** Collects the settings of a client. */
final class DefaultLambdaClientBuilder implements LambdaClientBuilder {
  private @Nullable Region region;
  private @Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentials;
  private @Nullable URI endpoint;
  private @Nullable Boolean fips;
  private @Nullable Boolean dualstack;
  private @Nullable CloseableHttpClient apacheHttpClient;
  private @Nullable SdkHttpClient sdkHttpClient;
  private SdkHttpClient.@Nullable Builder<?> sdkHttpClientBuilder;
  private boolean recoverLostCreates = true;
  private boolean warmUp;
  private @Nullable ValidationMode validation;
  private @Nullable ClientOverrideConfiguration configuration;

  @Override
  public LambdaClientBuilder region(@Nullable Region region) {
    this.region = region;
    return this;
  }

  @Override
  public LambdaClientBuilder credentialsProvider(@Nullable AwsCredentialsProvider credentials) {
    return credentialsProvider((IdentityProvider<? extends AwsCredentialsIdentity>) credentials);
  }

  @Override
  public LambdaClientBuilder credentialsProvider(
      @Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentials) {
    this.credentials = credentials;
    return this;
  }

  @Override
  public LambdaClientBuilder endpointOverride(@Nullable URI endpoint) {
    this.endpoint = endpoint == null ? null : EndpointUri.require(endpoint, "endpointOverride");
    return this;
  }

  @Override
  public LambdaClientBuilder fipsEnabled(@Nullable Boolean fipsEnabled) {
    this.fips = fipsEnabled;
    return this;
  }

  @Override
  public LambdaClientBuilder dualstackEnabled(@Nullable Boolean dualstackEnabled) {
    this.dualstack = dualstackEnabled;
    return this;
  }

  @Override
  public LambdaClientBuilder overrideConfiguration(
      @Nullable ClientOverrideConfiguration configuration) {
    this.configuration = configuration;
    return this;
  }

  @Override
  public ClientOverrideConfiguration overrideConfiguration() {
    return configuration == null ? ClientOverrideConfiguration.builder().build() : configuration;
  }

  @Override
  public LambdaClientBuilder overrideConfiguration(
      Consumer<ClientOverrideConfiguration.Builder> configuration) {
    return overrideConfiguration(
        ClientOverrideConfiguration.builder().applyMutation(configuration).build());
  }

  @Override
  public LambdaClientBuilder apacheHttpClient(@Nullable CloseableHttpClient httpClient) {
    this.apacheHttpClient = httpClient;
    return this;
  }

  @Override
  public LambdaClientBuilder httpClient(@Nullable SdkHttpClient httpClient) {
    this.sdkHttpClient = httpClient;
    return this;
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public LambdaClientBuilder httpClientBuilder(SdkHttpClient.@Nullable Builder httpClientBuilder) {
    this.sdkHttpClientBuilder = httpClientBuilder;
    return this;
  }

  @Override
  public LambdaClientBuilder defaultsMode(@Nullable DefaultsMode defaultsMode) {
    return this;
  }

  @Override
  public LambdaClientBuilder addPlugin(SdkPlugin plugin) {
    throw new UnsupportedOperationException(
        "addPlugin: this client has no plugins; use the settings of this builder");
  }

  @Override
  public LambdaClientBuilder putAuthScheme(AuthScheme<?> authScheme) {
    throw new UnsupportedOperationException(
        "putAuthScheme: this client always signs with Signature Version 4; leave it out");
  }

  @Override
  public LambdaClientBuilder recoverLostCreates(boolean recoverLostCreates) {
    this.recoverLostCreates = recoverLostCreates;
    return this;
  }

  @Override
  public LambdaClientBuilder warmUp(boolean warmUp) {
    this.warmUp = warmUp;
    return this;
  }

  @Override
  public LambdaClientBuilder validation(@Nullable ValidationMode validation) {
    this.validation = validation;
    return this;
  }

  @Override
  public LambdaClient build() {
    return ClientFactory.create(
        new ClientSettings(
            region,
            credentials,
            endpoint,
            fips,
            dualstack,
            apacheHttpClient,
            sdkHttpClient,
            sdkHttpClientBuilder,
            configuration,
            recoverLostCreates,
            warmUp,
            validation));
  }
}
