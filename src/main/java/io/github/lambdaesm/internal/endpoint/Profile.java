package io.github.lambdaesm.internal.endpoint;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/**
 * The profile of the AWS configuration files that a client goes by.
 *
 * @param file read only when something is asked for that is set nowhere before it
 */
public record Profile(Supplier<ProfileFile> file, String name) {

  /** The profile that the configuration names if there is one, or else the environment. */
  public static Profile of(@Nullable ClientOverrideConfiguration configuration) {
    Supplier<ProfileFile> file = ProfileFile::defaultProfileFile;
    Optional<String> name = Optional.empty();
    if (configuration != null) {
      file = configuration.defaultProfileFileSupplier().orElse(file);
      name = configuration.defaultProfileName();
    }
    return new Profile(
        file,
        name.isPresent()
            ? name.get()
            : ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow());
  }

  /** A property of the profile. */
  public Optional<String> property(String property) {
    Optional<software.amazon.awssdk.profiles.Profile> profile = file.get().profile(name);
    return profile.isPresent() ? profile.get().property(property) : Optional.empty();
  }
}
