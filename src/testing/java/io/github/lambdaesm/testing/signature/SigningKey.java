package io.github.lambdaesm.testing.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * Signs with a secret access key. Caches the key that it derives for the latest scope, because a
 * scope lasts a whole day.
 */
final class SigningKey {
  private final String secret;
  private volatile @Nullable ScopedKey latest;

  SigningKey(String secret) {
    this.secret = secret;
  }

  /**
   * Returns the signature of a text.
   *
   * @param scope the day, Region, service and terminator, separated by slashes
   */
  String sign(String scope, String text) {
    return Hashing.hex(Hashing.hmac(key(scope), text));
  }

  private byte[] key(String scope) {
    ScopedKey known = latest;
    if (known == null || !known.scope().equals(scope)) {
      known = ScopedKey.derive(secret, scope);
      latest = known;
    }
    return known.bytes();
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record ScopedKey(String scope, byte[] bytes) {

    /** Derives the key with an HMAC for each part of the scope. */
    static ScopedKey derive(String secret, String scope) {
      byte[] key = ("AWS4" + secret).getBytes(UTF_8);
      for (String part : scope.split("/", -1)) {
        key = Hashing.hmac(key, part);
      }
      return new ScopedKey(scope, key);
    }
  }
}
