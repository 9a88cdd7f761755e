package io.github.lambdaesm.internal.call;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.client.config.AwsAdvancedClientOption;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;

/** Refuses what could not be honoured, so that no setting is silently without effect. */
public final class OverrideConfigurations {
  @SuppressWarnings("deprecation") // a deprecated option has no effect here either
  private static final Map<String, SdkAdvancedClientOption<?>> ADVANCED_OPTIONS =
      Map.of(
          "advancedOption USER_AGENT_PREFIX",
          SdkAdvancedClientOption.USER_AGENT_PREFIX,
          "advancedOption USER_AGENT_SUFFIX",
          SdkAdvancedClientOption.USER_AGENT_SUFFIX,
          "advancedOption SIGNER",
          SdkAdvancedClientOption.SIGNER,
          "advancedOption TOKEN_SIGNER",
          SdkAdvancedClientOption.TOKEN_SIGNER,
          "advancedOption DISABLE_HOST_PREFIX_INJECTION",
          SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION,
          "advancedOption ENABLE_DEFAULT_REGION_DETECTION",
          AwsAdvancedClientOption.ENABLE_DEFAULT_REGION_DETECTION);

  /**
   * The signature and the transport set these themselves; a caller's value would break the request,
   * or ask for an answer that this client cannot decode.
   */
  private static final Set<String> RESERVED_HEADERS =
      Set.of(
          "accept-encoding",
          "authorization",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "expect",
          "host",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "x-amz-content-sha256",
          "x-amz-date",
          "x-amz-security-token");

  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

  private OverrideConfigurations() {}

  /**
   * Does nothing if a client can honour all of a configuration.
   *
   * @throws IllegalArgumentException if not; it names what it cannot
   */
  public static void requireSupported(ClientOverrideConfiguration configuration) {
    Map<String, Boolean> set = new TreeMap<>();
    set.put("executionInterceptors", !configuration.executionInterceptors().isEmpty());
    set.put("executionAttributes", !configuration.executionAttributes().getAttributes().isEmpty());
    set.put("metricPublishers", !configuration.metricPublishers().isEmpty());
    set.put("retryPolicy (use retryStrategy)", configuration.retryPolicy().isPresent());
    set.put("scheduledExecutorService", configuration.scheduledExecutorService().isPresent());
    set.put("compressionConfiguration", configuration.compressionConfiguration().isPresent());
    set.put("appId", configuration.appId().isPresent());
    ADVANCED_OPTIONS.forEach(
        (name, option) -> set.put(name, configuration.advancedOption(option).isPresent()));
    refuse("overrideConfiguration: this client", set);
    configuration.headers().forEach(OverrideConfigurations::requireSendable);
  }

  /**
   * Does nothing if a call can honour all of the configuration of its request.
   *
   * @throws IllegalArgumentException if not; it names what it cannot
   */
  static void requireSupported(AwsRequestOverrideConfiguration configuration) {
    Map<String, Boolean> set = new TreeMap<>();
    set.put("apiNames", !configuration.apiNames().isEmpty());
    set.put("authSchemeProvider", configuration.authSchemeProvider().isPresent());
    set.put("compressionConfiguration", configuration.compressionConfiguration().isPresent());
    set.put("endpointProvider", configuration.endpointProvider().isPresent());
    set.put("executionAttributes", !configuration.executionAttributes().getAttributes().isEmpty());
    set.put("metricPublishers", !configuration.metricPublishers().isEmpty());
    set.put("plugins", !configuration.plugins().isEmpty());
    set.put("signer", configuration.signer().isPresent());
    set.put("tokenIdentityProvider", configuration.tokenIdentityProvider().isPresent());
    refuse("overrideConfiguration of the request: a call", set);
    configuration.headers().forEach(OverrideConfigurations::requireSendable);
    configuration.rawQueryParameters().forEach(OverrideConfigurations::requireValues);
  }

  private static void refuse(String who, Map<String, Boolean> settings) {
    settings.values().removeIf(isSet -> !isSet);
    if (!settings.isEmpty()) {
      throw new IllegalArgumentException(
          who + " cannot honour " + String.join(", ", settings.keySet()) + "; leave it out");
    }
  }

  private static void requireValues(String parameter, List<String> values) {
    if (values.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException(
          "overrideConfiguration: a value of the query parameter " + parameter + " is null");
    }
  }

  private static void requireSendable(String name, List<String> values) {
    if (!HEADER_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "overrideConfiguration: \"" + name + "\" cannot be the name of a header");
    }
    if (RESERVED_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "overrideConfiguration: the header " + name + " is set by the client; leave it out");
    }
    if (values.isEmpty() || values.stream().anyMatch(OverrideConfigurations::cannotBeSent)) {
      throw new IllegalArgumentException(
          "overrideConfiguration: a value of the header "
              + name
              + " is missing or cannot be sent; use printable ASCII on one line");
    }
  }

  private static boolean cannotBeSent(@Nullable String value) {
    return value == null || !HEADER_VALUE.matcher(value).matches();
  }
}
