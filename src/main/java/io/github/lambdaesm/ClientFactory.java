package io.github.lambdaesm;

import static java.util.Objects.requireNonNull;

import io.github.lambdaesm.internal.auth.RequestSigner;
import io.github.lambdaesm.internal.call.CallExecutor;
import io.github.lambdaesm.internal.call.OverrideConfigurations;
import io.github.lambdaesm.internal.call.RequestLog;
import io.github.lambdaesm.internal.call.RetryStrategyFactory;
import io.github.lambdaesm.internal.call.Timeouts;
import io.github.lambdaesm.internal.create.CreateRecovery;
import io.github.lambdaesm.internal.endpoint.EndpointResolver;
import io.github.lambdaesm.internal.endpoint.EndpointSettings;
import io.github.lambdaesm.internal.http.ApacheHttpTransport;
import io.github.lambdaesm.internal.http.EagerTlsStrategy;
import io.github.lambdaesm.internal.http.HttpTransport;
import io.github.lambdaesm.internal.http.SdkHttpTransport;
import io.github.lambdaesm.internal.library.Library;
import io.github.lambdaesm.internal.protocol.RequestEncoder;
import io.github.lambdaesm.internal.settings.AwsSettings;
import io.github.lambdaesm.internal.time.TimeSource;
import io.github.lambdaesm.internal.time.TimeSourceOption;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.api.RetryStrategy;

/** Wires a client from its settings and from what is configured outside the code. */
final class ClientFactory {
  private static final Function<String, @Nullable String> ENVIRONMENT = System::getenv;

  private final ClientSettings settings;
  private final @Nullable ClientOverrideConfiguration configuration;
  private final AwsSettings awsSettings;
  private final EndpointSettings endpointSettings;
  private final EndpointResolver endpoints;

  private ClientFactory(ClientSettings settings) {
    this.settings = settings;
    this.configuration = settings.configuration();
    this.awsSettings = AwsSettings.of(configuration, ENVIRONMENT);
    this.endpointSettings =
        new EndpointSettings(
            settings.endpoint(), settings.fips(), settings.dualstack(), awsSettings);
    this.endpoints = new EndpointResolver(regions(), endpointSettings);
  }

  /**
   * Creates a client.
   *
   * @throws RuntimeException if a setting is not supported or a library is too old
   */
  static LambdaClient create(ClientSettings settings) {
    requireLibraries(settings);
    if (settings.configuration() != null) {
      OverrideConfigurations.requireSupported(settings.configuration());
    }
    EagerTlsStrategy tls = settings.hasOwnPool() ? new EagerTlsStrategy() : null;
    if (tls != null && settings.mayNeedTls()) {
      tls.begin();
    }
    return new ClientFactory(settings).create(tls);
  }

  /** Rejects libraries that are too old, before a call fails with a NoSuchMethodError. */
  private static void requireLibraries(ClientSettings settings) {
    Library.AWS_SDK.require();
    Library.JACKSON_CORE.require();
    Library.SLF4J.require();
    if (!settings.usesSdkHttpClient()) {
      Library.HTTP_CLIENT.require();
      Library.HTTP_CORE.require();
    }
  }

  private LambdaClient create(@Nullable EagerTlsStrategy tls) {
    RetryStrategy retries = retries();
    HttpTransport transport = transport(tls);
    try {
      if (settings.warmUp()) {
        warmUp(tls);
      }
      return client(retries, transport);
    } catch (RuntimeException | Error e) {
      // Nobody else can close it.
      transport.close();
      throw e;
    }
  }

  private LambdaClient client(RetryStrategy retries, HttpTransport transport) {
    IdentityProvider<? extends AwsCredentialsIdentity> provider = settings.credentials();
    Runnable closeOwnProvider = () -> {};
    if (provider == null) {
      DefaultCredentialsProvider chain = defaultCredentials();
      provider = chain;
      closeOwnProvider = chain::close;
    }
    CallExecutor executor =
        new CallExecutor(
            encoder(),
            endpoints,
            new RequestSigner(provider, Clock.systemUTC()),
            transport,
            retries,
            timeouts(),
            time(),
            RequestLog.ON);
    CreateRecovery recovery =
        settings.recoverLostCreates() ? new CreateRecovery(executor, time()) : null;
    return new DefaultLambdaClient(
        executor, recovery, settings, endpoints, description(provider), closeOwnProvider);
  }

  private RetryStrategy retries() {
    RetryStrategyFactory retries =
        new RetryStrategyFactory(awsSettings, () -> ThreadLocalRandom.current().nextDouble());
    return configuration == null ? retries.strategy() : retries.strategy(configuration);
  }

  /**
   * @param tls null unless the client has its own pool
   */
  private HttpTransport transport(@Nullable EagerTlsStrategy tls) {
    if (settings.apacheHttpClient() != null) {
      return ApacheHttpTransport.over(settings.apacheHttpClient());
    }
    if (settings.sdkHttpClient() != null) {
      return SdkHttpTransport.over(settings.sdkHttpClient());
    }
    return settings.sdkHttpClientBuilder() == null
        ? ApacheHttpTransport.create(ENVIRONMENT, requireNonNull(tls))
        : SdkHttpTransport.create(settings.sdkHttpClientBuilder());
  }

  private void warmUp(@Nullable EagerTlsStrategy tls) {
    new WarmUp(endpointSettings, settings.hasOwnPool()).run();
    if (tls != null && settings.mayNeedTls()) {
      tls.prepare();
    }
  }

  private RequestEncoder encoder() {
    return configuration == null
        ? new RequestEncoder(Map.of(), null)
        : new RequestEncoder(
            configuration.headers(),
            configuration.advancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX).orElse(null));
  }

  private Timeouts timeouts() {
    return configuration == null
        ? Timeouts.DEFAULT
        : new Timeouts(
            configuration.apiCallTimeout().orElse(Timeouts.DEFAULT.call()),
            configuration.apiCallAttemptTimeout().orElse(Timeouts.DEFAULT.attempt()));
  }

  private TimeSource time() {
    return configuration == null
        ? TimeSource.SYSTEM
        : configuration.advancedOption(TimeSourceOption.TIME).orElse(TimeSource.SYSTEM);
  }

  private AwsRegionProvider regions() {
    Region set = settings.region();
    return set != null
        ? () -> set
        : DefaultAwsRegionProviderChain.builder()
            .profileFile(awsSettings.profileFile())
            .profileName(awsSettings.profileName())
            .build();
  }

  private DefaultCredentialsProvider defaultCredentials() {
    return DefaultCredentialsProvider.builder()
        .profileFile(awsSettings.profileFile())
        .profileName(awsSettings.profileName())
        .build();
  }

  /** Returns the configuration of the client, whose Region is resolved on demand. */
  private Supplier<LambdaServiceClientConfiguration> description(
      IdentityProvider<? extends AwsCredentialsIdentity> provider) {
    return () ->
        LambdaServiceClientConfiguration.builder()
            .region(endpoints.region())
            .endpointOverride(endpoints.override().orElse(null))
            .credentialsProvider(provider)
            .overrideConfiguration(
                configuration == null
                    ? ClientOverrideConfiguration.builder().build()
                    : configuration)
            .build();
  }
}
