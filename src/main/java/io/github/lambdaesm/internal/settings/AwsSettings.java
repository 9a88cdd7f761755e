package io.github.lambdaesm.internal.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.utils.Lazy;

/**
 * What is set around a client: system properties, environment variables, the profile of the AWS
 * configuration files. The AWS SDK's own readers find the same, but load dozens of classes to find,
 * as a rule, nothing. A blank value counts as none.
 */
public final class AwsSettings {
  private final Function<String, @Nullable String> environment;
  private final @Nullable Supplier<ProfileFile> profileFile;
  private final String profileName;

  /** Read once for all that is looked up here; credentials, which may change, are not. */
  private final Lazy<ProfileFile> profiles = new Lazy<>(() -> profileFile().get());

  /**
   * @param environment gives the value of an environment variable, or null
   * @param profileFile null for the files at their usual places
   * @param profileName null for the profile that is named around the client
   */
  public AwsSettings(
      Function<String, @Nullable String> environment,
      @Nullable Supplier<ProfileFile> profileFile,
      @Nullable String profileName) {
    this.environment = environment;
    this.profileFile = profileFile;
    this.profileName = profileName != null ? profileName : namedProfile();
  }

  /** With the profile of a configuration. */
  public static AwsSettings of(
      @Nullable ClientOverrideConfiguration configuration,
      Function<String, @Nullable String> environment) {
    return configuration == null
        ? new AwsSettings(environment, null, null)
        : new AwsSettings(
            environment,
            configuration.defaultProfileFileSupplier().orElse(null),
            configuration.defaultProfileName().orElse(null));
  }

  /** For providers of the AWS SDK, which read it as often as they see fit. */
  public Supplier<ProfileFile> profileFile() {
    return profileFile != null ? profileFile : ProfileFile::defaultProfileFile;
  }

  public String profileName() {
    return profileName;
  }

  /** The first that is set, in the order of the AWS SDK, which is that of the parameters. */
  public @Nullable ResolvedSetting find(String property, String variable, String profileProperty) {
    ResolvedSetting found = propertyOrVariable(property, variable);
    return found != null ? found : profileProperty(profileProperty);
  }

  /** A system property. */
  public @Nullable ResolvedSetting property(String name) {
    return setting("the system property ", name, System.getProperty(name));
  }

  /** An environment variable. */
  public @Nullable ResolvedSetting variable(String name) {
    return setting("the environment variable ", name, environment.apply(name));
  }

  /** A property of the profile. */
  public @Nullable ResolvedSetting profileProperty(String name) {
    if (!mayHaveProfiles()) {
      return null;
    }
    return setting("the profile's ", name, profiles.getValue().profile(profileName));
  }

  /** A property of a section of the profile file that is no profile. */
  public @Nullable ResolvedSetting sectionProperty(String type, String section, String name) {
    return setting(
        "the " + type + " section's ", name, profiles.getValue().getSection(type, section));
  }

  private @Nullable ResolvedSetting propertyOrVariable(String property, String variable) {
    ResolvedSetting found = property(property);
    return found != null ? found : variable(variable);
  }

  /**
   * A blank name counts, as in the AWS SDK: there is no such profile, and "default" was not meant.
   */
  private String namedProfile() {
    String property = System.getProperty("aws.profile");
    String named = property != null ? property : environment.apply("AWS_PROFILE");
    return named == null ? "default" : named.trim();
  }

  /** If not, the files need not be looked for by the AWS SDK. */
  private boolean mayHaveProfiles() {
    String home = environment.apply("HOME");
    return profileFile != null
        || home == null
        || propertyOrVariable("aws.configFile", "AWS_CONFIG_FILE") != null
        || propertyOrVariable("aws.sharedCredentialsFile", "AWS_SHARED_CREDENTIALS_FILE") != null
        || Files.exists(Path.of(home, ".aws"));
  }

  private static @Nullable ResolvedSetting setting(
      String place, String name, Optional<Profile> section) {
    return section.isEmpty()
        ? null
        : setting(place, name, section.get().property(name).orElse(null));
  }

  private static @Nullable ResolvedSetting setting(
      String place, String name, @Nullable String value) {
    return value == null || value.isBlank()
        ? null
        : new ResolvedSetting(place + name, value.trim());
  }
}
