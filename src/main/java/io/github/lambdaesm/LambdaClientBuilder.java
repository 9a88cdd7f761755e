package io.github.lambdaesm;

import java.net.URI;
import java.util.function.Consumer;
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

/**
 * Builds a {@link LambdaClient}. All settings are optional. A builder is not safe for use by many
 * threads; the client is.
 */
public interface LambdaClientBuilder
    extends AwsSyncClientBuilder<LambdaClientBuilder, LambdaClient>,
        AwsClientBuilder<LambdaClientBuilder, LambdaClient> {

  /**
   * Sets the Region whose service is called and for which requests are signed. Default: what the
   * AWS SDK finds in the system property {@code aws.region}, the environment variable {@code
   * AWS_REGION}, the profile, and the instance metadata of EC2, at the first call, and kept.
   */
  @Override
  LambdaClientBuilder region(@Nullable Region region);

  /**
   * Sets where the credentials come from; they are asked for before every attempt. Default: the AWS
   * SDK's {@link DefaultCredentialsProvider}. A provider that is set here is not closed with the
   * client.
   */
  @Override
  LambdaClientBuilder credentialsProvider(@Nullable AwsCredentialsProvider credentials);

  /** Sets where the credentials come from, by the interface that is newer in the AWS SDK. */
  @Override
  LambdaClientBuilder credentialsProvider(
      @Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentials);

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
  LambdaClientBuilder endpointOverride(@Nullable URI endpoint);

  /**
   * Sets whether the endpoint must be one with validated cryptography (FIPS). Default: {@code
   * AWS_USE_FIPS_ENDPOINT}, {@code aws.useFipsEndpoint}, {@code use_fips_endpoint} of the profile,
   * or else false. A call where there is no such endpoint ends in an error, as does one with an
   * endpoint that is set besides.
   */
  @Override
  LambdaClientBuilder fipsEnabled(@Nullable Boolean fipsEnabled);

  /**
   * Sets whether the endpoint must have IPv6 addresses too. Default: {@code
   * AWS_USE_DUALSTACK_ENDPOINT}, {@code aws.useDualstackEndpoint}, {@code use_dualstack_endpoint}
   * of the profile, or else false. A call where there is no such endpoint ends in an error, as does
   * one with an endpoint that is set besides.
   */
  @Override
  LambdaClientBuilder dualstackEnabled(@Nullable Boolean dualstackEnabled);

  /**
   * Sets timeouts, retries, headers and the profile, in the AWS SDK's own type. Honoured are {@code
   * headers}, {@code apiCallTimeout} (default 120 s), {@code apiCallAttemptTimeout} (default 30 s),
   * {@code retryStrategy} in all its forms (default: standard mode, 3 attempts) and the older
   * {@code retryPolicy}, the advanced option {@code USER_AGENT_SUFFIX}, {@code defaultProfileFile}
   * and {@code defaultProfileName}. What cannot be honoured, execution interceptors for example, is
   * refused by {@link #build()}.
   */
  @Override
  LambdaClientBuilder overrideConfiguration(@Nullable ClientOverrideConfiguration configuration);

  /** The timeouts, retries, headers and profile as they have been set until now. */
  @Override
  ClientOverrideConfiguration overrideConfiguration();

  /** Sets timeouts, retries, headers and the profile, configuring them with the given consumer. */
  @Override
  LambdaClientBuilder overrideConfiguration(
      Consumer<ClientOverrideConfiguration.Builder> configuration);

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
  LambdaClientBuilder apacheHttpClient(@Nullable CloseableHttpClient httpClient);

  /**
   * Sets an HTTP client of the AWS SDK, for example one that all AWS clients of a service share. It
   * is not closed with the client. Deadlines, interrupts and the bounds of a response's body hold
   * with it too, if it can be aborted. A call that it cannot abort, as {@code
   * UrlConnectionHttpClient} cannot while a response stalls, lasts until that client's own timeout;
   * other calls are not affected. Apache HttpClient need not be on the class path then. Default: a
   * pool that belongs to the client.
   */
  @Override
  LambdaClientBuilder httpClient(@Nullable SdkHttpClient httpClient);

  /**
   * Sets what makes an HTTP client of the AWS SDK, for this client alone; it is closed with it.
   * What the builder leaves open is as in the client's own pool: 50 connections, connect 2 s, wait
   * for a connection 10 s, read 30 s, idle 60 s. Default: a pool that belongs to the client.
   */
  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  LambdaClientBuilder httpClientBuilder(SdkHttpClient.@Nullable Builder httpClientBuilder);

  /**
   * Accepted for code that was written for the AWS SDK, and without effect: what a mode sets there,
   * timeouts for connecting and standard retries, is always set here.
   */
  @Override
  LambdaClientBuilder defaultsMode(@Nullable DefaultsMode defaultsMode);

  /**
   * Is refused: this client has no plugins.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  LambdaClientBuilder addPlugin(SdkPlugin plugin);

  /**
   * Is refused: this client signs in one way, by signature version 4.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  LambdaClientBuilder putAuthScheme(AuthScheme<?> authScheme);

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
  LambdaClientBuilder recoverLostCreates(boolean recoverLostCreates);

  /**
   * Sets whether {@link #build()} loads what the first call needs: the classes of a call, and those
   * of TLS, unless {@link #endpointOverride(URI)} is plain or the HTTP client is not the client's
   * own. {@code build()} takes longer by about as much as the first call is spared, which is left
   * with little more than the connection, and with what a proxy, or an HTTP client that is not the
   * client's own, needs beyond it. Nothing is sent, and neither credentials nor region are asked
   * for. For services that start before they have something to do. Default: false.
   */
  LambdaClientBuilder warmUp(boolean warmUp);

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
  LambdaClient build();
}
