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
 * Builds a {@link LambdaClient}. All settings are optional.
 *
 * <pre>{@code
 * LambdaClient lambda =
 *     LambdaClient.builder()
 *         .region(Region.US_EAST_1)
 *         .overrideConfiguration(c -> c.apiCallTimeout(Duration.ofSeconds(60)))
 *         .build();
 * }</pre>
 *
 * <p>The builder is not thread-safe. The client is.
 */
public interface LambdaClientBuilder
    extends AwsSyncClientBuilder<LambdaClientBuilder, LambdaClient>,
        AwsClientBuilder<LambdaClientBuilder, LambdaClient> {

  /**
   * Sets the Region, which determines the endpoint and for which requests are signed.
   *
   * <p>Default: the system property {@code aws.region}, the environment variable {@code
   * AWS_REGION}, the profile, or the EC2 instance metadata, looked up by the first call.
   */
  @Override
  LambdaClientBuilder region(@Nullable Region region);

  /**
   * Sets the credentials provider, which is asked before every attempt. The client does not close
   * it.
   *
   * <p>Default: the AWS SDK's {@link DefaultCredentialsProvider}.
   */
  @Override
  LambdaClientBuilder credentialsProvider(@Nullable AwsCredentialsProvider credentials);

  /**
   * Sets the credentials provider, which is asked before every attempt. The client does not close
   * it.
   */
  @Override
  LambdaClientBuilder credentialsProvider(
      @Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentials);

  /**
   * Sets the endpoint to call, for example that of a test. The Region is still needed for the
   * signature.
   *
   * <p>Default, in this order: the system properties {@code aws.endpointUrlLambda} and {@code
   * aws.endpointUrl}; the environment variables {@code AWS_ENDPOINT_URL_LAMBDA} and {@code
   * AWS_ENDPOINT_URL}; {@code endpoint_url} for Lambda in the services section of the profile,
   * {@code lambda.endpoint_url} and {@code endpoint_url} of the profile. {@code
   * AWS_IGNORE_CONFIGURED_ENDPOINT_URLS} turns these off. Without any of them, the endpoint is
   * {@code https://lambda.REGION.SUFFIX} with the DNS suffix of the Region's partition.
   *
   * @throws IllegalArgumentException if it has no scheme or host, a scheme other than http or
   *     https, or a user, query or fragment
   */
  @Override
  LambdaClientBuilder endpointOverride(@Nullable URI endpoint);

  /**
   * Sets whether to use a FIPS endpoint. A call fails if the Region has none, or if there is an
   * endpoint override as well.
   *
   * <p>Default: {@code AWS_USE_FIPS_ENDPOINT}, {@code aws.useFipsEndpoint}, {@code
   * use_fips_endpoint} of the profile, or false.
   */
  @Override
  LambdaClientBuilder fipsEnabled(@Nullable Boolean fipsEnabled);

  /**
   * Sets whether to use a dual-stack endpoint, which has IPv6 addresses too. A call fails if the
   * Region has none, or if there is an endpoint override as well.
   *
   * <p>Default: {@code AWS_USE_DUALSTACK_ENDPOINT}, {@code aws.useDualstackEndpoint}, {@code
   * use_dualstack_endpoint} of the profile, or false.
   */
  @Override
  LambdaClientBuilder dualstackEnabled(@Nullable Boolean dualstackEnabled);

  /**
   * Sets timeouts, retries, headers and the profile, with the AWS SDK's type.
   *
   * <p>The client honors {@code headers}, {@code apiCallTimeout} (default: 120 s), {@code
   * apiCallAttemptTimeout} (default: 30 s), {@code retryStrategy} in all its forms (default:
   * standard mode, 3 attempts), the older {@code retryPolicy}, the advanced option {@code
   * USER_AGENT_SUFFIX}, {@code defaultProfileFile} and {@code defaultProfileName}. {@link #build()}
   * rejects any other setting, for example execution interceptors.
   */
  @Override
  LambdaClientBuilder overrideConfiguration(@Nullable ClientOverrideConfiguration configuration);

  /** Returns the override configuration that has been set, or an empty one. */
  @Override
  ClientOverrideConfiguration overrideConfiguration();

  /** Sets timeouts, retries, headers and the profile, configuring them with the given consumer. */
  @Override
  LambdaClientBuilder overrideConfiguration(
      Consumer<ClientOverrideConfiguration.Builder> configuration);

  /**
   * Sets an Apache HttpClient 5, with your own pool, proxy or trust. The client does not close it.
   *
   * <p>Turn off its automatic retries, because this client retries. Its interceptors may add
   * headers.
   *
   * <p>Default: a pool of 50 connections that belongs to the client. It uses the proxy of the
   * system properties {@code https.proxyHost} and {@code https.proxyPort}, except for {@code
   * http.nonProxyHosts}, or of the environment variable {@code HTTPS_PROXY}, except for {@code
   * NO_PROXY}. For an {@code http} endpoint these are {@code http.proxyHost}, {@code
   * http.proxyPort} and {@code HTTP_PROXY}.
   */
  LambdaClientBuilder apacheHttpClient(@Nullable CloseableHttpClient httpClient);

  /**
   * Sets an HTTP client of the AWS SDK, for example one that all AWS clients of a service share.
   * The client does not close it, and Apache HttpClient need not be on the class path.
   *
   * <p>Deadlines, interrupts and the bounds of responses apply to it too, if it can abort a
   * request. A call that it cannot abort, as {@code UrlConnectionHttpClient} cannot while a
   * response stalls, lasts until that HTTP client's own timeout. Other calls are not affected.
   *
   * <p>Default: a pool that belongs to the client.
   */
  @Override
  LambdaClientBuilder httpClient(@Nullable SdkHttpClient httpClient);

  /**
   * Sets the builder of an HTTP client of the AWS SDK, which belongs to this client and is closed
   * with it.
   *
   * <p>Settings that the builder does not set are those of the client's own pool: 50 connections,
   * connect timeout 2 s, lease timeout 10 s, read timeout 30 s, idle connections closed after 60 s.
   * Default: a pool that belongs to the client.
   */
  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  LambdaClientBuilder httpClientBuilder(SdkHttpClient.@Nullable Builder httpClientBuilder);

  /**
   * Accepts a defaults mode for code written for the AWS SDK, and ignores it: the timeouts and
   * standard retries that a mode sets there are always set here.
   */
  @Override
  LambdaClientBuilder defaultsMode(@Nullable DefaultsMode defaultsMode);

  /**
   * Not supported.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  LambdaClientBuilder addPlugin(SdkPlugin plugin);

  /**
   * Not supported: this client always signs with Signature Version 4.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  LambdaClientBuilder putAuthScheme(AuthScheme<?> authScheme);

  /**
   * Sets whether to recover a create whose response was lost.
   *
   * <p>An attempt without a response may have created the mapping, and the next attempt then fails
   * with a conflict. With this setting, the client recognizes that conflict and returns the
   * existing mapping. It reads the mapping under the same {@code apiCallTimeout}, by the UUID in
   * the conflict's message or from the list of the function's mappings.
   *
   * <p>It returns a mapping only if this call can have created it: by the service's clock, the
   * mapping was not modified before the call; it has every setting of the request; and every
   * setting that the request leaves out has the value that Lambda fills in. Tags cannot be
   * compared. Otherwise it throws the conflict, whose message names the differences.
   *
   * <p>Default: true.
   */
  LambdaClientBuilder recoverLostCreates(boolean recoverLostCreates);

  /**
   * Sets whether {@link #build()} loads what the first call needs: the classes of a call, and TLS
   * unless the endpoint is plain HTTP or the HTTP client is not the client's own.
   *
   * <p>{@code build()} takes longer by about the time that the first call saves. Nothing is sent,
   * and neither credentials nor the Region are looked up. Use it for a service that starts before
   * it has work to do.
   *
   * <p>Default: false.
   */
  LambdaClientBuilder warmUp(boolean warmUp);

  /**
   * Builds the client, without any network access.
   *
   * <p>The client's own pool uses the JDK's TLS settings. It reads system properties such as {@code
   * javax.net.ssl.trustStore} in the background from now on, so set them before.
   *
   * @throws IllegalArgumentException if a setting cannot be honored; the message names it
   * @throws IllegalStateException if a library on the class path is older than this client needs;
   *     the message names both versions
   */
  @Override
  LambdaClient build();
}
