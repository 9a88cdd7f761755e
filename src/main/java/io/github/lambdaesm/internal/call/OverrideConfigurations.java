package io.github.lambdaesm.internal.call;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.client.config.AwsAdvancedClientOption;
import software.amazon.awssdk.core.RequestOverrideConfiguration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;

/** Rejects unsupported settings, so that no setting is silently ignored. */
public final class OverrideConfigurations {
  @SuppressWarnings("deprecation") // a deprecated option has no effect here either
  private static final Map<String, SdkAdvancedClientOption<?>> ADVANCED_OPTIONS =
      Map.of(
          "advancedOption USER_AGENT_PREFIX",
          SdkAdvancedClientOption.USER_AGENT_PREFIX,
          "advancedOption SIGNER",
          SdkAdvancedClientOption.SIGNER,
          "advancedOption TOKEN_SIGNER",
          SdkAdvancedClientOption.TOKEN_SIGNER,
          "advancedOption DISABLE_HOST_PREFIX_INJECTION",
          SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION,
          "advancedOption ENABLE_DEFAULT_REGION_DETECTION",
          AwsAdvancedClientOption.ENABLE_DEFAULT_REGION_DETECTION);

  /**
   * The headers that the signer and the transport set. A caller's value would break the request, or
   * request a response that this client cannot decode.
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
   * Checks the override configuration of a client.
   *
   * @throws IllegalArgumentException if it has unsupported settings; the message names them
   */
  public static void requireSupported(ClientOverrideConfiguration configuration) {
    Map<String, Boolean> set = new TreeMap<>();
    set.put("executionInterceptors", !configuration.executionInterceptors().isEmpty());
    set.put("executionAttributes", !configuration.executionAttributes().getAttributes().isEmpty());
    set.put("metricPublishers", !configuration.metricPublishers().isEmpty());
    configuration
        .retryPolicy()
        .map(RetryPolicies::unsupported)
        .orElse(List.of())
        .forEach(name -> set.put("retryPolicy." + name + " (use retryStrategy)", true));
    set.put("scheduledExecutorService", configuration.scheduledExecutorService().isPresent());
    set.put("compressionConfiguration", configuration.compressionConfiguration().isPresent());
    set.put("appId", configuration.appId().isPresent());
    ADVANCED_OPTIONS.forEach(
        (name, option) -> set.put(name, configuration.advancedOption(option).isPresent()));
    rejectUnsupported("overrideConfiguration: this client", set);
    configuration.headers().forEach(OverrideConfigurations::requireSendable);
    configuration
        .advancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX)
        .ifPresent(suffix -> requireSendable("User-Agent", List.of(suffix)));
  }

  /**
   * Checks the override configuration of a request.
   *
   * @throws IllegalArgumentException if it has unsupported settings; the message names them
   */
  static void requireSupported(AwsRequestOverrideConfiguration configuration) {
    AwsRequestOverrideConfiguration supported = supported(configuration);
    if (!supported.equals(configuration)) {
      throw new IllegalArgumentException(
          "overrideConfiguration of the request: this client does not support "
              + String.join(", ", differences(supported, configuration))
              + "; leave it out");
    }
    configuration.headers().forEach(OverrideConfigurations::requireSendable);
    configuration.rawQueryParameters().forEach(OverrideConfigurations::requireValues);
    configuration
        .apiNames()
        .forEach(api -> requireSendable("User-Agent", List.of(api.name() + "/" + api.version())));
  }

  /**
   * Returns a configuration's supported settings. If the result does not equal the configuration,
   * it has unsupported settings, including ones that are newer than this client.
   */
  private static AwsRequestOverrideConfiguration supported(
      AwsRequestOverrideConfiguration configuration) {
    AwsRequestOverrideConfiguration.Builder supported =
        AwsRequestOverrideConfiguration.builder()
            .headers(configuration.headers())
            .rawQueryParameters(configuration.rawQueryParameters());
    configuration.apiNames().forEach(supported::addApiName);
    configuration.apiCallTimeout().ifPresent(supported::apiCallTimeout);
    configuration.apiCallAttemptTimeout().ifPresent(supported::apiCallAttemptTimeout);
    configuration.credentialsIdentityProvider().ifPresent(supported::credentialsProvider);
    return supported.build();
  }

  /**
   * Returns the names of the settings in which two configurations differ. Uses reflection, because
   * some settings are newer than the oldest AWS SDK that this client supports.
   */
  private static Collection<String> differences(
      AwsRequestOverrideConfiguration first, AwsRequestOverrideConfiguration second) {
    Set<String> names = new TreeSet<>();
    for (Method method : AwsRequestOverrideConfiguration.class.getMethods()) {
      if (isAccessor(method) && !valueOf(method, first).equals(valueOf(method, second))) {
        names.add(method.getName());
      }
    }
    // In a native image, reflection finds no methods here.
    return names.isEmpty() ? Set.of("all of its settings") : names;
  }

  private static boolean isAccessor(Method method) {
    return method.getParameterCount() == 0
        && !Modifier.isStatic(method.getModifiers())
        && RequestOverrideConfiguration.class.isAssignableFrom(method.getDeclaringClass())
        && !method.getName().equals("toBuilder")
        && !method.getName().equals("hashCode");
  }

  private static Object valueOf(Method method, AwsRequestOverrideConfiguration configuration) {
    try {
      return method.invoke(configuration);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(method + " cannot be called", e);
    }
  }

  private static void rejectUnsupported(String who, Map<String, Boolean> settings) {
    settings.values().removeIf(isSet -> !isSet);
    if (!settings.isEmpty()) {
      throw new IllegalArgumentException(
          who + " does not support " + String.join(", ", settings.keySet()) + "; leave it out");
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
