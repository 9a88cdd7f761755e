package io.github.lambdaesm;

import static java.util.Objects.requireNonNull;

import io.github.lambdaesm.internal.auth.RequestSigner;
import io.github.lambdaesm.internal.call.CallExecutor;
import io.github.lambdaesm.internal.call.OverrideConfigurations;
import io.github.lambdaesm.internal.call.RequestLog;
import io.github.lambdaesm.internal.call.Retries;
import io.github.lambdaesm.internal.call.Timeouts;
import io.github.lambdaesm.internal.endpoint.EndpointResolver;
import io.github.lambdaesm.internal.endpoint.EndpointSettings;
import io.github.lambdaesm.internal.endpoint.EndpointUri;
import io.github.lambdaesm.internal.http.ApacheHttpTransport;
import io.github.lambdaesm.internal.http.EagerTlsStrategy;
import io.github.lambdaesm.internal.http.HttpTransport;
import io.github.lambdaesm.internal.http.SdkHttpTransport;
import io.github.lambdaesm.internal.library.Library;
import io.github.lambdaesm.internal.protocol.RequestEncoder;
import io.github.lambdaesm.internal.settings.AwsSettings;
import io.github.lambdaesm.internal.time.TimeSource;
import io.github.lambdaesm.internal.time.TimeSourceOption;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.auth.spi.scheme.AuthScheme;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.api.RetryStrategy;

/** Builds the client that talks to the service. */
final class DefaultLambdaClientBuilder implements LambdaClientBuilder {
  private static final Function<String, @Nullable String> ENVIRONMENT = System::getenv;

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
    return orEmpty(configuration);
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
        "putAuthScheme: this client signs by signature version 4; leave it out");
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
  public LambdaClient build() {
    requireLibraries();
    ClientOverrideConfiguration given = configuration;
    if (given != null) {
      OverrideConfigurations.requireSupported(given);
    }
    EagerTlsStrategy tls = hasOwnPool() ? new EagerTlsStrategy() : null;
    if (tls != null && mayNeedTls()) {
      tls.begin();
    }
    AwsSettings awsSettings = AwsSettings.of(given, ENVIRONMENT);
    Retries retries = new Retries(awsSettings, () -> ThreadLocalRandom.current().nextDouble());
    RetryStrategy strategy = given == null ? retries.strategy() : retries.strategy(given);
    EndpointSettings settings = new EndpointSettings(endpoint, fips, dualstack, awsSettings);
    EndpointResolver endpoints = new EndpointResolver(regions(awsSettings), settings);
    HttpTransport transport = transport(tls);
    try {
      if (warmUp) {
        warmUp(settings, tls);
      }
      return build(given, awsSettings, endpoints, strategy, transport);
    } catch (RuntimeException | Error e) {
      // Nobody else can close it.
      transport.close();
      throw e;
    }
  }

  /** It is made only for who asks: the AWS SDK loads dozens of classes for one. */
  private static ClientOverrideConfiguration orEmpty(
      @Nullable ClientOverrideConfiguration configuration) {
    return configuration == null ? ClientOverrideConfiguration.builder().build() : configuration;
  }

  private LambdaClient build(
      @Nullable ClientOverrideConfiguration given,
      AwsSettings awsSettings,
      EndpointResolver endpoints,
      RetryStrategy strategy,
      HttpTransport transport) {
    IdentityProvider<? extends AwsCredentialsIdentity> provider = credentials;
    Runnable closeOwnProvider = () -> {};
    if (provider == null) {
      DefaultCredentialsProvider chain = defaultCredentials(awsSettings);
      provider = chain;
      closeOwnProvider = chain::close;
    }
    CallExecutor executor =
        new CallExecutor(
            encoder(given),
            endpoints,
            new RequestSigner(provider, Clock.systemUTC()),
            transport,
            strategy,
            timeouts(given),
            time(given),
            RequestLog.ON);
    return new DefaultLambdaClient(
        executor, recoverLostCreates, describe(endpoints, provider), closeOwnProvider);
  }

  private static TimeSource time(@Nullable ClientOverrideConfiguration given) {
    return given == null
        ? TimeSource.SYSTEM
        : given.advancedOption(TimeSourceOption.TIME).orElse(TimeSource.SYSTEM);
  }

  private static RequestEncoder encoder(@Nullable ClientOverrideConfiguration given) {
    return given == null
        ? new RequestEncoder(Map.of(), null)
        : new RequestEncoder(
            given.headers(),
            given.advancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX).orElse(null));
  }

  /** Fails in one sentence where a call would fail with a NoSuchMethodError. */
  private void requireLibraries() {
    Library.AWS_SDK.require();
    Library.JACKSON_CORE.require();
    Library.SLF4J.require();
    if (sdkHttpClient == null && sdkHttpClientBuilder == null) {
      Library.HTTP_CLIENT.require();
      Library.HTTP_CORE.require();
    }
  }

  private void warmUp(EndpointSettings settings, @Nullable EagerTlsStrategy tls) {
    new WarmUp(settings, hasOwnPool()).run();
    if (tls != null && mayNeedTls()) {
      tls.prepare();
    }
  }

  /** With what is set now, and the region that is found when somebody asks. */
  private Supplier<LambdaServiceClientConfiguration> describe(
      EndpointResolver endpoints, IdentityProvider<? extends AwsCredentialsIdentity> provider) {
    ClientOverrideConfiguration given = configuration;
    return () ->
        LambdaServiceClientConfiguration.builder()
            .region(endpoints.region())
            .endpointOverride(endpoints.override().orElse(null))
            .credentialsProvider(provider)
            .overrideConfiguration(orEmpty(given))
            .build();
  }

  private boolean hasOwnPool() {
    return apacheHttpClient == null && sdkHttpClient == null && sdkHttpClientBuilder == null;
  }

  private boolean mayNeedTls() {
    return endpoint == null || "https".equalsIgnoreCase(endpoint.getScheme());
  }

  /**
   * @param tls null unless the client has a pool of its own
   */
  private HttpTransport transport(@Nullable EagerTlsStrategy tls) {
    int given =
        (apacheHttpClient == null ? 0 : 1)
            + (sdkHttpClient == null ? 0 : 1)
            + (sdkHttpClientBuilder == null ? 0 : 1);
    if (given > 1) {
      throw new IllegalArgumentException(
          "apacheHttpClient, httpClient and httpClientBuilder: more than one HTTP client is set; set one of them");
    }
    if (apacheHttpClient != null) {
      return ApacheHttpTransport.over(apacheHttpClient);
    }
    if (sdkHttpClient != null) {
      return SdkHttpTransport.over(sdkHttpClient);
    }
    return sdkHttpClientBuilder == null
        ? ApacheHttpTransport.create(ENVIRONMENT, requireNonNull(tls))
        : SdkHttpTransport.create(sdkHttpClientBuilder);
  }

  private static DefaultCredentialsProvider defaultCredentials(AwsSettings awsSettings) {
    return DefaultCredentialsProvider.builder()
        .profileFile(awsSettings.profileFile())
        .profileName(awsSettings.profileName())
        .build();
  }

  private AwsRegionProvider regions(AwsSettings awsSettings) {
    Region set = region;
    return set != null
        ? () -> set
        : DefaultAwsRegionProviderChain.builder()
            .profileFile(awsSettings.profileFile())
            .profileName(awsSettings.profileName())
            .build();
  }

  private static Timeouts timeouts(@Nullable ClientOverrideConfiguration given) {
    return given == null
        ? Timeouts.DEFAULT
        : new Timeouts(
            given.apiCallTimeout().orElse(Timeouts.DEFAULT.call()),
            given.apiCallAttemptTimeout().orElse(Timeouts.DEFAULT.attempt()));
  }
}
