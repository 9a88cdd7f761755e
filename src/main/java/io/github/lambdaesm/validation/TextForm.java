package io.github.lambdaesm.validation;

import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Forms of text that the API's model has patterns for. Where Lambda accepts more than the model,
 * for example the Regions of every partition, so does the form. Reads a text once, without a
 * regular expression.
 *
 * @param phrase what a valid text is like
 * @param predicate whether a text is valid
 */
record TextForm(String phrase, Predicate<String> predicate) implements Limit {
  private static final int ARN_PARTS = 6;
  private static final int MAX_PORT_DIGITS = 5;
  private static final String KAFKA = "kafka://";
  private static final int MAX_TOPIC_LENGTH = 249;

  static final TextForm ARN = new TextForm("an ARN", TextForm::isArn);

  static final TextForm KEY_ARN =
      new TextForm("an ARN, or empty", text -> text.isEmpty() || isKeyArn(text));

  static final TextForm DESTINATION =
      new TextForm(
          "an ARN, kafka:// and the name of a topic, or empty",
          text -> text.isEmpty() || isArn(text) || isKafkaTopic(text));

  static final TextForm NAME =
      new TextForm(
          "letters, digits and -/*:_+=.@",
          text -> consistsOf(text, c -> isLetterOrDigit(c) || "-/*:_+=.@".indexOf(c) >= 0));

  static final TextForm GROUP_NAME =
      new TextForm(
          "letters, digits, - and _",
          text -> consistsOf(text, c -> isLetterOrDigit(c) || c == '-' || c == '_'));

  static final TextForm TOPIC =
      new TextForm(
          "at least two letters, digits or -_. that do not begin with a period",
          text -> text.length() > 1 && isTopic(text));

  static final TextForm SERVER = new TextForm("host:port", TextForm::isServer);

  static final TextForm DATABASE_NAME =
      new TextForm(
          "text without spaces and /.$\"", text -> consistsOf(text, c -> " /.$\"".indexOf(c) < 0));

  static final TextForm COLLECTION_NAME =
      new TextForm(
          "text that begins with a letter, digit or _, but not with \"system.\", and has no $",
          TextForm::isCollectionName);

  static final TextForm FUNCTION =
      new TextForm(
          "a function name or ARN",
          text ->
              !text.isEmpty()
                  && consistsOf(text, c -> isLetterOrDigit(c) || ":._$/-".indexOf(c) >= 0));

  boolean matches(String text) {
    return predicate.test(text);
  }

  /** Does not quote the text, because it may be a secret. */
  @Override
  public @Nullable String problem(Object value) {
    return matches((String) value) ? null : anyProblem();
  }

  @Override
  public String anyProblem() {
    return "is not valid";
  }

  @Override
  public String validValues() {
    return phrase;
  }

  private static boolean isArn(String text) {
    String[] parts = text.split(":", ARN_PARTS);
    return parts.length == ARN_PARTS
        && parts[0].equals("arn")
        && parts[1].startsWith("aws")
        && isHyphenated(parts[1])
        && !parts[2].isEmpty()
        && isHyphenated(parts[2])
        && isHyphenated(parts[3])
        && (parts[4].isEmpty() || isAccount(parts[4]));
  }

  private static boolean isAccount(String text) {
    return text.length() == 12 && consistsOf(text, TextForm::isDigit);
  }

  private static boolean isKeyArn(String text) {
    String[] parts = text.split(":", 4);
    return parts.length == 4
        && parts[0].equals("arn")
        && (parts[1].isEmpty() || (parts[1].startsWith("aws") && isHyphenated(parts[1])))
        && !parts[2].isEmpty()
        && consistsOf(parts[2], c -> isLetterOrDigit(c) || c == '-' || c == '.');
  }

  private static boolean isKafkaTopic(String text) {
    return text.startsWith(KAFKA)
        && text.length() > KAFKA.length()
        && text.length() <= KAFKA.length() + MAX_TOPIC_LENGTH
        && isTopic(text.substring(KAFKA.length()));
  }

  /** The first character of a topic may be any but a period. */
  private static boolean isTopic(String text) {
    return text.charAt(0) != '.'
        && consistsOf(
            text.substring(text.offsetByCodePoints(0, 1)),
            c -> isLetterOrDigit(c) || "-_.".indexOf(c) >= 0);
  }

  private static boolean isServer(String text) {
    int colon = text.lastIndexOf(':');
    String port = text.substring(colon + 1);
    if (colon < 0
        || port.isEmpty()
        || port.length() > MAX_PORT_DIGITS
        || !consistsOf(port, TextForm::isDigit)) {
      return false;
    }
    for (String label : text.substring(0, colon).split("\\.", -1)) {
      if (label.isEmpty() || label.startsWith("-") || label.endsWith("-") || !isHyphenated(label)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCollectionName(String text) {
    return !text.isEmpty()
        && !text.startsWith("system.")
        && (isLetterOrDigit(text.charAt(0)) || text.charAt(0) == '_')
        && text.indexOf('$') < 0;
  }

  private static boolean isHyphenated(String text) {
    return consistsOf(text, c -> isLetterOrDigit(c) || c == '-');
  }

  private static boolean isLetterOrDigit(int character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || isDigit(character);
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  private static boolean consistsOf(String text, IntPredicate allowed) {
    for (int i = 0; i < text.length(); i++) {
      if (!allowed.test(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
