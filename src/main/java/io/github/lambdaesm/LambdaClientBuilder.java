package io.github.lambdaesm;

import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.validation.InvalidRequestException;
import io.github.lambdaesm.validation.MappingRules;
import io.github.lambdaesm.validation.ValidationMode;
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
 * Builds a {@link LambdaClient}.
 *
 * <pre>{@code
 * LambdaClient lambda =
 *     LambdaClient.builder()
 *         .region(Region.US_EAST_1)
 *         .overrideConfiguration(c -> c.apiCallTimeout(Duration.ofSeconds(60)))
 *         .build();
 * }</pre>
 *
 * <p>All settings are optional. Setting one to null restores its default.
 *
 * <p>The setters have the names of the AWS SDK's {@link AwsClientBuilder} and {@link
 * AwsSyncClientBuilder}. Only {@link #apacheHttpClient}, {@link #recoverLostCreates}, {@link
 * #warmUp} and {@link #validation} are specific to this client.
 *
 * <p>The builder is not thread-safe. The client is.
 */
public interface LambdaClientBuilder
    extends AwsSyncClientBuilder<LambdaClientBuilder, LambdaClient>,
        AwsClientBuilder<LambdaClientBuilder, LambdaClient> {

  /**
   * Sets the Region. It determines the endpoint, and requests are signed for it.
   *
   * <p>Default: the system property {@code aws.region}, the environment variable {@code
   * AWS_REGION}, the profile, or the EC2 instance metadata, in this order. The first call looks it
   * up.
   */
  @Override
  LambdaClientBuilder region(@Nullable Region region);

  /**
   * Sets the credentials provider. Every attempt resolves the credentials again. The client does
   * not close the provider.
   *
   * <p>Default: the AWS SDK's {@link DefaultCredentialsProvider}, which the client closes.
   */
  @Override
  LambdaClientBuilder credentialsProvider(@Nullable AwsCredentialsProvider credentials);

  /**
   * Sets the credentials provider. Every attempt resolves the credentials again. The client does
   * not close the provider.
   *
   * <p>Default: the AWS SDK's {@link DefaultCredentialsProvider}, which the client closes.
   */
  @Override
  LambdaClientBuilder credentialsProvider(
      @Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentials);

  /**
   * Sets the endpoint, for example of a local test server. Requests are still signed for the
   * Region.
   *
   * <p>Default: the first of these that is set: the system properties {@code aws.endpointUrlLambda}
   * and {@code aws.endpointUrl}; the environment variables {@code AWS_ENDPOINT_URL_LAMBDA} and
   * {@code AWS_ENDPOINT_URL}; {@code endpoint_url} for Lambda in the services section of the
   * profile, {@code lambda.endpoint_url} and {@code endpoint_url} of the profile. {@code
   * AWS_IGNORE_CONFIGURED_ENDPOINT_URLS} turns these off. If none is set, the endpoint is {@code
   * https://lambda.REGION.SUFFIX} with the DNS suffix of the Region's partition.
   *
   * @throws IllegalArgumentException if the endpoint has no scheme or host, has a scheme other than
   *     http or https, or has a user, query or fragment
   */
  @Override
  LambdaClientBuilder endpointOverride(@Nullable URI endpoint);

  /**
   * Sets whether to use a FIPS endpoint.
   *
   * <p>A call fails if the Region has no FIPS endpoint, or if an endpoint override is set as well.
   *
   * <p>Default: {@code AWS_USE_FIPS_ENDPOINT}, {@code aws.useFipsEndpoint}, {@code
   * use_fips_endpoint} of the profile, or false.
   */
  @Override
  LambdaClientBuilder fipsEnabled(@Nullable Boolean fipsEnabled);

  /**
   * Sets whether to use a dual-stack endpoint, which has IPv4 and IPv6 addresses.
   *
   * <p>A call fails if the Region has no dual-stack endpoint, or if an endpoint override is set as
   * well.
   *
   * <p>Default: {@code AWS_USE_DUALSTACK_ENDPOINT}, {@code aws.useDualstackEndpoint}, {@code
   * use_dualstack_endpoint} of the profile, or false.
   */
  @Override
  LambdaClientBuilder dualstackEnabled(@Nullable Boolean dualstackEnabled);

  /**
   * Sets timeouts, retries, headers and the profile, using the AWS SDK's type.
   *
   * <p>The client supports {@code headers}, {@code apiCallTimeout} (default: 120 s), {@code
   * apiCallAttemptTimeout} (default: 30 s), {@code retryStrategy} in all its forms (default:
   * standard mode, 3 attempts), the older {@code retryPolicy}, the advanced option {@code
   * USER_AGENT_SUFFIX}, {@code defaultProfileFile} and {@code defaultProfileName}. {@link #build()}
   * rejects any other setting, for example execution interceptors.
   */
  @Override
  LambdaClientBuilder overrideConfiguration(@Nullable ClientOverrideConfiguration configuration);

  /** Returns the override configuration of this builder. Never null; empty if none is set. */
  @Override
  ClientOverrideConfiguration overrideConfiguration();

  /** Sets timeouts, retries, headers and the profile, configuring them with the given consumer. */
  @Override
  LambdaClientBuilder overrideConfiguration(
      Consumer<ClientOverrideConfiguration.Builder> configuration);

  /**
   * Sets an Apache HttpClient 5, for example with your own connection pool, proxy or trust store.
   * The client does not close it.
   *
   * <p>Turn off its automatic retries, because this client retries. Its interceptors may add
   * headers.
   *
   * <p>Default: a pool of 50 connections that the client creates and closes. It uses the proxy of
   * the system properties {@code https.proxyHost} and {@code https.proxyPort}, except for {@code
   * http.nonProxyHosts}, or of the environment variable {@code HTTPS_PROXY}, except for {@code
   * NO_PROXY}. For an {@code http} endpoint these are {@code http.proxyHost}, {@code
   * http.proxyPort} and {@code HTTP_PROXY}.
   *
   * <p>Set at most one of {@code apacheHttpClient}, {@code httpClient} and {@code
   * httpClientBuilder}.
   */
  LambdaClientBuilder apacheHttpClient(@Nullable CloseableHttpClient httpClient);

  /**
   * Sets an HTTP client of the AWS SDK, for example one that all AWS clients of a service share.
   * The client does not close it. Apache HttpClient need not be on the class path.
   *
   * <p>Timeouts, interrupts and the limits on responses apply to it too, if it can abort a request.
   * A call that it cannot abort lasts until the HTTP client's own timeout. For example, {@code
   * UrlConnectionHttpClient} cannot abort while a response stalls. Other calls are not affected.
   *
   * <p>Default: a connection pool that the client creates and closes; see {@link
   * #apacheHttpClient}.
   */
  @Override
  LambdaClientBuilder httpClient(@Nullable SdkHttpClient httpClient);

  /**
   * Sets the builder of an HTTP client of the AWS SDK. The client builds the HTTP client and closes
   * it.
   *
   * <p>Settings that the builder leaves unset are those of the client's default pool: 50
   * connections, connect timeout 2 s, lease timeout 10 s, read timeout 30 s, idle connections
   * closed after 60 s.
   *
   * <p>Default: a connection pool that the client creates and closes; see {@link
   * #apacheHttpClient}.
   */
  @Override
  @SuppressWarnings("rawtypes") // the overridden method has the raw type
  LambdaClientBuilder httpClientBuilder(SdkHttpClient.@Nullable Builder httpClientBuilder);

  /**
   * Accepts a defaults mode and ignores it, so that code written for the AWS SDK compiles.
   *
   * <p>The timeouts and standard retries that a defaults mode sets in the AWS SDK are always set in
   * this client.
   */
  @Override
  LambdaClientBuilder defaultsMode(@Nullable DefaultsMode defaultsMode);

  /**
   * Not supported. Use the settings of this builder instead.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  LambdaClientBuilder addPlugin(SdkPlugin plugin);

  /**
   * Not supported. This client always signs with Signature Version 4.
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
   * existing mapping. It finds the mapping by the UUID in the conflict's message or in the list of
   * the function's mappings, within the same {@code apiCallTimeout}.
   *
   * <p>The client returns a mapping only if this call can have created it. By the service's clock,
   * the mapping must not have been modified before the call. It must have every setting of the
   * request. Every setting that the request leaves out must have the value that Lambda fills in.
   * Tags cannot be compared. If a condition is not met, the client throws the conflict, and its
   * message names the differences.
   *
   * <p>Default: true.
   */
  LambdaClientBuilder recoverLostCreates(boolean recoverLostCreates);

  /**
   * Sets whether {@link #build()} prepares the first call: it loads the classes of a call and
   * initializes TLS.
   *
   * <p>TLS is not initialized if the endpoint is plain HTTP or if you set an HTTP client. {@code
   * build()} takes longer, by about as much as the first call gets faster. It sends nothing and
   * looks up neither credentials nor the Region. Use this for a service that starts before it has
   * work to do.
   *
   * <p>Default: false.
   */
  LambdaClientBuilder warmUp(boolean warmUp);

  /**
   * Sets when creates and updates are checked with the rules for event source mappings.
   *
   * <p>With the default, the client stops no request. When the service rejects one with status 400,
   * the client adds what the rules find in it to the exception: {@link LambdaException#violations}
   * and the message. With {@link ValidationMode#BEFORE_SENDING}, the client throws an {@link
   * InvalidRequestException} instead of sending a request that the service is certain to reject.
   *
   * <p>The Region of the event source is checked only if {@link #region} is set and no other
   * endpoint is, neither in code nor outside. To check other facts, such as the timeout of the
   * function, use {@link MappingRules}.
   *
   * <p>Default: {@link ValidationMode#EXPLAIN_REFUSALS}.
   */
  LambdaClientBuilder validation(@Nullable ValidationMode validation);

  /**
   * Builds the client. It does not access the network.
   *
   * <p>The client's own connection pool uses the JDK's TLS settings, which are system properties
   * such as {@code javax.net.ssl.trustStore}. Set them before calling {@code build()}, which reads
   * them in the background.
   *
   * @throws IllegalArgumentException if a setting of this builder is invalid or not supported, or
   *     if a retry setting or a proxy outside the code is invalid; the message names it. Other
   *     invalid settings outside the code fail the first call; see {@link LambdaClient#create()}
   * @throws IllegalStateException if a library on the class path is older than this client needs;
   *     the message names both versions
   */
  @Override
  LambdaClient build();
}
