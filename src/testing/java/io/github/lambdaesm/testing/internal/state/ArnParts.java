package io.github.lambdaesm.testing.internal.state;

/** The parts of an ARN. All are empty if the text is not an ARN. */
public record ArnParts(String service, String region, String account, String resource) {
  private static final ArnParts NONE = new ArnParts("", "", "", "");
  private static final int PARTS = 6;

  public static ArnParts of(String text) {
    String[] parts = text.split(":", PARTS);
    return parts.length == PARTS && parts[0].equals("arn")
        ? new ArnParts(parts[2], parts[3], parts[4], parts[5])
        : NONE;
  }
}
