package io.github.lambdaesm.internal.endpoint;

import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/**
 * The profile of the AWS configuration files that a client goes by.
 *
 * @param file read only when something is asked for that is set nowhere before it
 */
public record Profile(Supplier<ProfileFile> file, String name) {

  /** The profile that the configuration names, or else the environment. */
  public static Profile of(ClientOverrideConfiguration configuration) {
    return new Profile(
        configuration.defaultProfileFileSupplier().orElse(ProfileFile::defaultProfileFile),
        configuration
            .defaultProfileName()
            .orElseGet(ProfileFileSystemSetting.AWS_PROFILE::getStringValueOrThrow));
  }

  /** A property of the profile. */
  public Optional<String> property(String property) {
    return file.get().profile(name).flatMap(profile -> profile.property(property));
  }
}
