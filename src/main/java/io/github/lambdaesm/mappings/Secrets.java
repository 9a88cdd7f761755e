package io.github.lambdaesm.mappings;

import io.github.lambdaesm.model.KafkaSchemaRegistryAccessConfig;
import io.github.lambdaesm.model.KafkaSchemaRegistryConfig;
import io.github.lambdaesm.model.SourceAccessConfiguration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hides possible secrets. For credentials, Lambda expects the ARN of a secret, but a caller may
 * have set the secret itself.
 */
final class Secrets {
  private static final String HIDDEN = "***";

  /** The types of access whose values are not secret. */
  private static final Set<String> LITERAL_TYPES =
      Set.of(
          "VPC_SUBNET",
          "VPC_SECURITY_GROUP",
          "VIRTUAL_HOST",
          "OAUTHBEARER_SCOPE",
          "OAUTHBEARER_AUDIENCE",
          "OAUTHBEARER_LOGICAL_CLUSTER",
          "OAUTHBEARER_IDENTITY_POOL");

  private static final Pattern CREDENTIALS = Pattern.compile("//[^/?#]*@");

  private Secrets() {}

  static Object hidden(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Secrets::hidden).toList();
    }
    if (value instanceof SourceAccessConfiguration access) {
      return access.toBuilder().uri(hidden(access.typeAsString(), access.uri())).build();
    }
    if (value instanceof KafkaSchemaRegistryConfig registry) {
      return hidden(registry);
    }
    return value;
  }

  private static KafkaSchemaRegistryConfig hidden(KafkaSchemaRegistryConfig registry) {
    KafkaSchemaRegistryConfig.Builder shown = registry.toBuilder();
    String uri = registry.schemaRegistryURI();
    if (uri != null) {
      shown.schemaRegistryURI(CREDENTIALS.matcher(uri).replaceAll("//" + HIDDEN + "@"));
    }
    if (registry.hasAccessConfigs()) {
      shown.accessConfigs(registry.accessConfigs().stream().map(Secrets::hidden).toList());
    }
    return shown.build();
  }

  private static KafkaSchemaRegistryAccessConfig hidden(KafkaSchemaRegistryAccessConfig access) {
    return access.toBuilder().uri(hidden(access.typeAsString(), access.uri())).build();
  }

  private static @Nullable String hidden(@Nullable String type, @Nullable String uri) {
    boolean isShown = type != null && LITERAL_TYPES.contains(type);
    return uri == null || uri.isEmpty() || uri.startsWith("arn:") || isShown ? uri : HIDDEN;
  }
}
