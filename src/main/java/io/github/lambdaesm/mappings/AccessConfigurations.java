package io.github.lambdaesm.mappings;

import io.github.lambdaesm.model.SourceAccessConfiguration;
import io.github.lambdaesm.model.SourceAccessType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Splits access configurations: an update can change all but the virtual host. */
final class AccessConfigurations {
  static final String MEMBER = "SourceAccessConfigurations";

  private AccessConfigurations() {}

  static Set<SourceAccessConfiguration> virtualHosts(@Nullable Object configurations) {
    return of(configurations).stream()
        .filter(AccessConfigurations::isVirtualHost)
        .collect(Collectors.toSet());
  }

  static List<SourceAccessConfiguration> withoutVirtualHosts(@Nullable Object configurations) {
    return of(configurations).stream().filter(each -> !isVirtualHost(each)).toList();
  }

  private static List<SourceAccessConfiguration> of(@Nullable Object configurations) {
    return configurations instanceof List<?> list
        ? list.stream().map(SourceAccessConfiguration.class::cast).toList()
        : List.of();
  }

  private static boolean isVirtualHost(SourceAccessConfiguration configuration) {
    return configuration.type() == SourceAccessType.VIRTUAL_HOST;
  }
}
