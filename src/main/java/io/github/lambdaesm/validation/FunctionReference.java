package io.github.lambdaesm.validation;

/**
 * Reads the names and ARNs that requests use for functions: a name, an ARN, or {@code
 * account:function:name}, each with or without a version or an alias.
 */
final class FunctionReference {
  private static final String RESOURCE = "function";
  private static final int MAX_PARTS = 9;

  private FunctionReference() {}

  /** Returns the name of the function without account, Region and qualifier. */
  static String name(String reference) {
    String[] parts = reference.split(":", MAX_PARTS);
    for (int i = 0; i < parts.length - 1; i++) {
      if (parts[i].equals(RESOURCE)) {
        return parts[i + 1];
      }
    }
    boolean startsWithAccount = parts.length > 1 && TextForm.isAccount(parts[0]);
    return parts[startsWithAccount ? 1 : 0];
  }

  /** Returns the account; empty if the reference has none. */
  static String account(String reference) {
    String[] parts = reference.split(":", MAX_PARTS);
    for (int i = 0; i < parts.length - 1; i++) {
      if (TextForm.isAccount(parts[i]) && (i == 0 || !parts[i - 1].equals(RESOURCE))) {
        return parts[i];
      }
    }
    return "";
  }
}
