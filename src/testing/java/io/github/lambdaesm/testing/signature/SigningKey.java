package io.github.lambdaesm.testing.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** A secret that signs. The key that it has for the latest scope is kept: it serves a whole day. */
final class SigningKey {
  private final String secret;
  private volatile @Nullable ScopedKey latest;

  SigningKey(String secret) {
    this.secret = secret;
  }

  /**
   * The signature of a text.
   *
   * @param scope day, region, service and terminator, divided by slashes
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

  @SuppressWarnings("ArrayRecordComponent") // it is compared by nobody
  private record ScopedKey(String scope, byte[] bytes) {

    /** A step for each part of the scope. */
    static ScopedKey derive(String secret, String scope) {
      byte[] key = ("AWS4" + secret).getBytes(UTF_8);
      for (String part : scope.split("/", -1)) {
        key = Hashing.hmac(key, part);
      }
      return new ScopedKey(scope, key);
    }
  }
}
