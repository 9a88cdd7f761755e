package io.github.lambdaesm.validation;

/** The parts of an ARN that rules are about. All are empty if a text is not an ARN. */
record Arn(String service, String region, String account, String resource) {
  private static final Arn NONE = new Arn("", "", "", "");
  private static final int PARTS = 6;

  static Arn of(String text) {
    String[] parts = text.split(":", PARTS);
    return parts.length == PARTS && parts[0].equals("arn")
        ? new Arn(parts[2], parts[3], parts[4], parts[5])
        : NONE;
  }
}
