package io.github.lambdaesm.filter;

/** Joins the first of several arguments with the others. */
final class Keys {
  private Keys() {}

  /** Returns all arguments as an array. */
  static String[] of(String first, String... more) {
    String[] all = new String[more.length + 1];
    all[0] = first;
    System.arraycopy(more, 0, all, 1, more.length);
    return all;
  }
}
