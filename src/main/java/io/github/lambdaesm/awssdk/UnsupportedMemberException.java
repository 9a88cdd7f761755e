package io.github.lambdaesm.awssdk;

/** Thrown when a request sets a member that exists on one side only. */
final class UnsupportedMemberException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnsupportedMemberException(String structure, String member, String where) {
    super(
        "%s.%s is set, but %s does not have it; leave it out, or use a newer version"
            .formatted(structure, member, where));
  }
}
