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
 * Looks up settings outside the code: in system properties, environment variables and the profile
 * of the AWS configuration files. A blank value counts as unset.
 *
 * <p>The AWS SDK's own readers find most of these settings, but fail on blank values, do not say
 * which setting an invalid retry mode comes from, and cannot be given an environment by a test.
 */
public final class AwsSettings {
  private final Function<String, @Nullable String> environment;
  private final @Nullable Supplier<ProfileFile> profileFile;
  private final String profileName;

  /** The profiles, read once. The AWS SDK reads credentials itself, because they may change. */
  private final Lazy<ProfileFile> profiles = new Lazy<>(() -> profileFile().get());

  /**
   * Creates the settings of one client.
   *
   * @param environment returns the value of an environment variable, or null
   * @param profileFile null for the files in their default locations
   * @param profileName null for the profile that a property or variable names, or "default"
   */
  public AwsSettings(
      Function<String, @Nullable String> environment,
      @Nullable Supplier<ProfileFile> profileFile,
      @Nullable String profileName) {
    this.environment = environment;
    this.profileFile = profileFile;
    this.profileName = profileName != null ? profileName : namedProfile();
  }

  /** Returns settings that use the profile of a client's configuration, if it has one. */
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

  /** Returns the profile file for the AWS SDK's providers, which reload it when they need to. */
  public Supplier<ProfileFile> profileFile() {
    return profileFile != null ? profileFile : ProfileFile::defaultProfileFile;
  }

  /** Returns the name of the profile. */
  public String profileName() {
    return profileName;
  }

  /** Finds a setting, looking in the order of the parameters, as the AWS SDK does. */
  public @Nullable ResolvedSetting find(String property, String variable, String profileProperty) {
    ResolvedSetting found = propertyOrVariable(property, variable);
    return found != null ? found : profileProperty(profileProperty);
  }

  /** Returns a system property, or null. */
  public @Nullable ResolvedSetting property(String name) {
    return setting("the system property ", name, System.getProperty(name));
  }

  /** Returns an environment variable, or null. */
  public @Nullable ResolvedSetting variable(String name) {
    return setting("the environment variable ", name, environment.apply(name));
  }

  /** Returns a property of the profile, or null. */
  public @Nullable ResolvedSetting profileProperty(String name) {
    if (!mayHaveProfiles()) {
      return null;
    }
    return setting("the profile's ", name, profiles.getValue().profile(profileName));
  }

  /** Returns a property of a section that is not a profile, for example of {@code services}. */
  public @Nullable ResolvedSetting sectionProperty(String type, String section, String name) {
    return setting(
        "the " + type + " section's ", name, profiles.getValue().getSection(type, section));
  }

  private @Nullable ResolvedSetting propertyOrVariable(String property, String variable) {
    ResolvedSetting found = property(property);
    return found != null ? found : variable(variable);
  }

  /** Returns the name, even a blank one: as in the AWS SDK, it does not mean "default". */
  private String namedProfile() {
    String property = System.getProperty("aws.profile");
    String named = property != null ? property : environment.apply("AWS_PROFILE");
    return named == null ? "default" : named.trim();
  }

  /** Returns false if there can be no profile file, which saves loading the AWS SDK's parser. */
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
