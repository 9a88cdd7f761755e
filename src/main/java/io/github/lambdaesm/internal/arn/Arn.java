package io.github.lambdaesm.internal.arn;

import org.jspecify.annotations.Nullable;

/**
 * The parts of an ARN. All are empty if a text is not an ARN.
 *
 * @param resource everything after the account, which may contain colons
 */
public record Arn(String service, String region, String account, String resource) {
  private static final Arn NONE = new Arn("", "", "", "");
  private static final int PARTS = 6;

  /** Parses an ARN of any partition. */
  public static Arn of(@Nullable String text) {
    String[] parts = text == null ? new String[0] : text.split(":", PARTS);
    return parts.length == PARTS && parts[0].equals("arn")
        ? new Arn(parts[2], parts[3], parts[4], parts[5])
        : NONE;
  }
}
