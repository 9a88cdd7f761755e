package io.github.lambdaesm;

import io.github.lambdaesm.validation.ValidationMode;
import java.net.URI;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.regions.Region;

/** Holds the settings that a builder has collected. A setting that is not set is null. */
record ClientSettings(
    @Nullable Region region,
    @Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentials,
    @Nullable URI endpoint,
    @Nullable Boolean fips,
    @Nullable Boolean dualstack,
    @Nullable CloseableHttpClient apacheHttpClient,
    @Nullable SdkHttpClient sdkHttpClient,
    SdkHttpClient.@Nullable Builder<?> sdkHttpClientBuilder,
    @Nullable ClientOverrideConfiguration configuration,
    boolean recoverLostCreates,
    boolean warmUp,
    @Nullable ValidationMode validation) {

  /**
   * Validates the settings.
   *
   * @throws IllegalArgumentException if more than one HTTP client is set
   */
  ClientSettings {
    int httpClients =
        (apacheHttpClient == null ? 0 : 1)
            + (sdkHttpClient == null ? 0 : 1)
            + (sdkHttpClientBuilder == null ? 0 : 1);
    if (httpClients > 1) {
      throw new IllegalArgumentException(
          "apacheHttpClient, httpClient and httpClientBuilder: more than one HTTP client is set; set one of them");
    }
  }

  /** Returns whether the client makes its own connection pool. */
  boolean hasOwnPool() {
    return apacheHttpClient == null && !usesSdkHttpClient();
  }

  boolean usesSdkHttpClient() {
    return sdkHttpClient != null || sdkHttpClientBuilder != null;
  }

  /** Returns whether calls may need TLS: always, unless the endpoint is set to plain HTTP. */
  boolean mayNeedTls() {
    return endpoint == null || "https".equalsIgnoreCase(endpoint.getScheme());
  }
}
