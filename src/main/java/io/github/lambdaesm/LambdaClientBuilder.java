package io.github.lambdaesm;

import static java.util.Objects.requireNonNull;

import io.github.lambdaesm.internal.auth.RequestSigner;
import io.github.lambdaesm.internal.call.CallExecutor;
import io.github.lambdaesm.internal.call.OverrideConfigurations;
import io.github.lambdaesm.internal.call.Retries;
import io.github.lambdaesm.internal.call.Timeouts;
import io.github.lambdaesm.internal.endpoint.EndpointResolver;
import io.github.lambdaesm.internal.endpoint.EndpointSettings;
import io.github.lambdaesm.internal.endpoint.EndpointUri;
import io.github.lambdaesm.internal.http.ApacheHttpTransport;
import io.github.lambdaesm.internal.http.HttpTransport;
import io.github.lambdaesm.internal.http.SdkHttpTransport;
import io.github.lambdaesm.internal.http.TlsAhead;
import io.github.lambdaesm.internal.library.Library;
import io.github.lambdaesm.internal.protocol.RequestEncoder;
import io.github.lambdaesm.internal.settings.Surroundings;
import io.github.lambdaesm.internal.time.Time;
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
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.auth.spi.scheme.AuthScheme;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * Builds a {@link LambdaClient}. All settings are optional. A builder is not safe for use by many
 * threads; the client is.
 */
public final class LambdaClientBuilder
    implements AwsSyncClientBuilder<LambdaClientBuilder, LambdaClient>,
        AwsClientBuilder<LambdaClientBuilder, LambdaClient> {
  private static final Function<String, @Nullable String> ENVIRONMENT = System::getenv;

  private @Nullable Region region;
  private @Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentials;
  private @Nullable URI endpoint;
  private @Nullable Boolean fips;
  private @Nullable Boolean dualstack;
  private @Nullable CloseableHttpClient httpClient;
  private @Nullable SdkHttpClient sdkHttpClient;
  private SdkHttpClient.@Nullable Builder<?> sdkHttpClientBuilder;
  private boolean recoverLostCreates = true;
  private boolean warmUp;
  private @Nullable ClientOverrideConfiguration configuration;

  LambdaClientBuilder() {}

  /**
   * Sets the Region whose service is called and for which requests are signed. Default: what the
   * AWS SDK finds in the system property {@code aws.region}, the environment variable {@code
   * AWS_REGION}, the profile, and the instance metadata of EC2, at the first call, and kept.
   */
  @Override
  public LambdaClientBuilder region(@Nullable Region region) {
    this.region = region;
    return this;
  }

  /**
   * Sets where the credentials come from; they are asked for before every attempt. Default: the AWS
   * SDK's {@link DefaultCredentialsProvider}. A provider that is set here is not closed with the
   * client.
   */
  @Override
  public LambdaClientBuilder credentialsProvider(@Nullable AwsCredentialsProvider credentials) {
    return credentialsProvider((IdentityProvider<? extends AwsCredentialsIdentity>) credentials);
  }

  /** Sets where the credentials come from, by the interface that is newer in the AWS SDK. */
  @Override
  public LambdaClientBuilder credentialsProvider(
      @Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentials) {
    this.credentials = credentials;
    return this;
  }

  /**
   * Sets the endpoint to call, for example that of a test. Default: what the surroundings set, in
   * this order: the system properties {@code aws.endpointUrlLambda} and {@code aws.endpointUrl},
   * the environment variables {@code AWS_ENDPOINT_URL_LAMBDA} and {@code AWS_ENDPOINT_URL}, {@code
   * endpoint_url} for Lambda in the services section of the profile, {@code lambda.endpoint_url}
   * and {@code endpoint_url} of the profile; {@code AWS_IGNORE_CONFIGURED_ENDPOINT_URLS} turns
   * these off. Without them: {@code https://lambda.REGION.SUFFIX}, with the suffix of the Region's
   * partition. The Region is needed all the same, for the signature.
   *
   * @throws IllegalArgumentException if it has no scheme or host, a scheme that is not http or
   *     https, or a user, query or fragment
   */
  @Override
  public LambdaClientBuilder endpointOverride(@Nullable URI endpoint) {
    this.endpoint = endpoint == null ? null : EndpointUri.require(endpoint, "endpointOverride");
    return this;
  }

  /**
   * Sets whether the endpoint must be one with validated cryptography (FIPS). Default: {@code
   * AWS_USE_FIPS_ENDPOINT}, {@code aws.useFipsEndpoint}, {@code use_fips_endpoint} of the profile,
   * or else false. A call where there is no such endpoint ends in an error, as does one with an
   * endpoint that is set besides.
   */
  @Override
  public LambdaClientBuilder fipsEnabled(@Nullable Boolean fipsEnabled) {
    this.fips = fipsEnabled;
    return this;
  }

  /**
   * Sets whether the endpoint must have IPv6 addresses too. Default: {@code
   * AWS_USE_DUALSTACK_ENDPOINT}, {@code aws.useDualstackEndpoint}, {@code use_dualstack_endpoint}
   * of the profile, or else false. A call where there is no such endpoint ends in an error, as does
   * one with an endpoint that is set besides.
   */
  @Override
  public LambdaClientBuilder dualstackEnabled(@Nullable Boolean dualstackEnabled) {
    this.dualstack = dualstackEnabled;
    return this;
  }

  /**
   * Sets timeouts, retries, headers and the profile, in the AWS SDK's own type. Honoured are {@code
   * headers}, {@code apiCallTimeout} (default 120 s), {@code apiCallAttemptTimeout} (default 30 s),
   * {@code retryStrategy} in all its forms (default: standard mode, 3 attempts), {@code
   * defaultProfileFile} and {@code defaultProfileName}. What cannot be honoured, execution
   * interceptors for example, is refused by {@link #build()}.
   */
  @Override
  public LambdaClientBuilder overrideConfiguration(
      @Nullable ClientOverrideConfiguration configuration) {
    this.configuration = configuration;
    return this;
  }

  /** The timeouts, retries, headers and profile as they have been set until now. */
  @Override
  public ClientOverrideConfiguration overrideConfiguration() {
    return orEmpty(configuration);
  }

  /** It is made only for who asks: the AWS SDK loads dozens of classes for one. */
  private static ClientOverrideConfiguration orEmpty(
      @Nullable ClientOverrideConfiguration configuration) {
    return configuration == null ? ClientOverrideConfiguration.builder().build() : configuration;
  }

  /** Sets timeouts, retries, headers and the profile, by a builder that is made for you. */
  @Override
  public LambdaClientBuilder overrideConfiguration(
      Consumer<ClientOverrideConfiguration.Builder> configuration) {
    return overrideConfiguration(
        ClientOverrideConfiguration.builder().applyMutation(configuration).build());
  }

  /**
   * Sets an HttpClient 5 of your own, with your own pool, proxy or trust. It is not closed with the
   * client. Turn its automatic retries off: the client retries by itself. What its own interceptors
   * add is sent besides, a {@code Connection} header for example. Default: a pool of 50 connections
   * that belongs to the client, and goes through the proxy of the system properties {@code
   * https.proxyHost} and {@code https.proxyPort}, but for {@code http.nonProxyHosts}, or else
   * through that of the environment variable {@code HTTPS_PROXY}, but for {@code NO_PROXY}. For an
   * endpoint of {@code http} these are {@code http.proxyHost}, {@code http.proxyPort} and {@code
   * HTTP_PROXY}.
   */
  public LambdaClientBuilder httpClient(@Nullable CloseableHttpClient httpClient) {
    this.httpClient = httpClient;
    return this;
  }

  /**
   * Sets an HTTP client of the AWS SDK, for example one that all AWS clients of a service share. It
   * is not closed with the client. Deadlines, interrupts and the bounds of a response's body hold
   * with it too, if it can be aborted. A call that it cannot abort, as {@code
   * UrlConnectionHttpClient} cannot while a response stalls, lasts until that client's own timeout;
   * other calls are not affected. Apache HttpClient need not be on the class path then. Default: a
   * pool that belongs to the client.
   */
  @Override
  public LambdaClientBuilder httpClient(@Nullable SdkHttpClient httpClient) {
    this.sdkHttpClient = httpClient;
    return this;
  }

  /**
   * Sets what makes an HTTP client of the AWS SDK, for this client alone; it is closed with it.
   * What the builder leaves open is as in the client's own pool: 50 connections, connect 2 s, wait
   * for a connection 10 s, read 30 s, idle 60 s. Default: a pool that belongs to the client.
   */
  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public LambdaClientBuilder httpClientBuilder(SdkHttpClient.@Nullable Builder httpClientBuilder) {
    this.sdkHttpClientBuilder = httpClientBuilder;
    return this;
  }

  /**
   * Accepted for code that was written for the AWS SDK, and without effect: what a mode sets there,
   * timeouts for connecting and standard retries, is always set here.
   */
  @Override
  public LambdaClientBuilder defaultsMode(@Nullable DefaultsMode defaultsMode) {
    return this;
  }

  /**
   * Is refused: this client has no plugins.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public LambdaClientBuilder addPlugin(SdkPlugin plugin) {
    throw new UnsupportedOperationException(
        "addPlugin: this client has no plugins; use the settings of this builder");
  }

  /**
   * Is refused: this client signs in one way, by signature version 4.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public LambdaClientBuilder putAuthScheme(AuthScheme<?> authScheme) {
    throw new UnsupportedOperationException(
        "putAuthScheme: this client signs by signature version 4; leave it out");
  }

  /**
   * Sets whether a create whose response was lost is recovered. When an attempt ends without a
   * response, it may have created the mapping, and the next attempt then fails with a conflict.
   * With this setting, that conflict is recognized and the existing mapping is returned. It is read
   * under the same {@code apiCallTimeout}, by the UUID in the conflict's message or from the list
   * of the function's mappings.
   *
   * <p>A mapping is returned only if this call can have created it: it was not modified before the
   * call, by the service's clock; it has every setting that the request names; and whatever the
   * request does not name has the value that Lambda fills in. Tags cannot be compared. Otherwise
   * the conflict is thrown, and its message names the differences. Default: true.
   */
  public LambdaClientBuilder recoverLostCreates(boolean recoverLostCreates) {
    this.recoverLostCreates = recoverLostCreates;
    return this;
  }

  /**
   * Sets whether {@link #build()} loads what the first call needs: the classes of a call, and those
   * of TLS, unless {@link #endpointOverride(URI)} is plain or the HTTP client is not the client's
   * own. {@code build()} takes longer by about as much as the first call is spared, which is left
   * with little more than the connection, and with what a proxy, or an HTTP client that is not the
   * client's own, needs beyond it. Nothing is sent, and neither credentials nor region are asked
   * for. For services that start before they have something to do. Default: false.
   */
  public LambdaClientBuilder warmUp(boolean warmUp) {
    this.warmUp = warmUp;
    return this;
  }

  /**
   * Makes the client. Nothing is looked up on the network for it. TLS of the client's own pool is
   * that of the JDK; its system properties, {@code javax.net.ssl.trustStore} for example, are read
   * from now on in the background, so set them before.
   *
   * @throws IllegalArgumentException if a setting cannot be honoured; the message names it
   * @throws IllegalStateException if a library on the class path is older than this client needs;
   *     the message names both versions
   */
  @Override
  public LambdaClient build() {
    requireLibraries();
    ClientOverrideConfiguration given = configuration;
    if (given != null) {
      OverrideConfigurations.requireSupported(given);
    }
    TlsAhead tls = hasOwnPool() ? new TlsAhead() : null;
    if (tls != null && mayNeedTls()) {
      tls.begin();
    }
    Surroundings surroundings = Surroundings.of(given, ENVIRONMENT);
    Retries retries = new Retries(surroundings, () -> ThreadLocalRandom.current().nextDouble());
    RetryStrategy strategy = given == null ? retries.strategy() : retries.strategy(given);
    EndpointSettings settings = new EndpointSettings(endpoint, fips, dualstack, surroundings);
    EndpointResolver endpoints = new EndpointResolver(regions(surroundings), settings);
    HttpTransport transport = transport(tls);
    try {
      if (warmUp) {
        warmUp(settings, tls);
      }
      return build(given, surroundings, endpoints, strategy, transport);
    } catch (RuntimeException | Error e) {
      // Nobody else can close it.
      transport.close();
      throw e;
    }
  }

  private LambdaClient build(
      @Nullable ClientOverrideConfiguration given,
      Surroundings surroundings,
      EndpointResolver endpoints,
      RetryStrategy strategy,
      HttpTransport transport) {
    IdentityProvider<? extends AwsCredentialsIdentity> provider = credentials;
    Runnable closeOwnProvider = () -> {};
    if (provider == null) {
      DefaultCredentialsProvider chain = defaultCredentials(surroundings);
      provider = chain;
      closeOwnProvider = chain::close;
    }
    CallExecutor executor =
        new CallExecutor(
            new RequestEncoder(given == null ? Map.of() : given.headers()),
            endpoints,
            new RequestSigner(provider, Clock.systemUTC()),
            transport,
            strategy,
            timeouts(given),
            Time.SYSTEM);
    return new DefaultLambdaClient(
        executor, recoverLostCreates, describe(endpoints, provider), closeOwnProvider);
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

  private void warmUp(EndpointSettings settings, @Nullable TlsAhead tls) {
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
    return httpClient == null && sdkHttpClient == null && sdkHttpClientBuilder == null;
  }

  private boolean mayNeedTls() {
    return endpoint == null || "https".equalsIgnoreCase(endpoint.getScheme());
  }

  /**
   * @param tls null unless the client has a pool of its own
   */
  private HttpTransport transport(@Nullable TlsAhead tls) {
    int given =
        (httpClient == null ? 0 : 1)
            + (sdkHttpClient == null ? 0 : 1)
            + (sdkHttpClientBuilder == null ? 0 : 1);
    if (given > 1) {
      throw new IllegalArgumentException(
          "httpClient and httpClientBuilder: more than one HTTP client is set; set one of them");
    }
    if (httpClient != null) {
      return ApacheHttpTransport.over(httpClient);
    }
    if (sdkHttpClient != null) {
      return SdkHttpTransport.over(sdkHttpClient);
    }
    return sdkHttpClientBuilder == null
        ? ApacheHttpTransport.create(ENVIRONMENT, requireNonNull(tls))
        : SdkHttpTransport.make(sdkHttpClientBuilder);
  }

  private static DefaultCredentialsProvider defaultCredentials(Surroundings surroundings) {
    return DefaultCredentialsProvider.builder()
        .profileFile(surroundings.profileFile())
        .profileName(surroundings.profileName())
        .build();
  }

  private AwsRegionProvider regions(Surroundings surroundings) {
    Region set = region;
    return set != null
        ? () -> set
        : DefaultAwsRegionProviderChain.builder()
            .profileFile(surroundings.profileFile())
            .profileName(surroundings.profileName())
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
