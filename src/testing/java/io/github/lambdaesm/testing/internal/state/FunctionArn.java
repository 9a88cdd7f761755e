package io.github.lambdaesm.testing.internal.state;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses and resolves the names and ARNs that requests use for functions. */
public final class FunctionArn {
  /** The API's pattern, except that Regions of every partition match, as they do in Lambda. */
  public static final Pattern REFERENCE =
      Pattern.compile(
          "(arn:(aws[a-zA-Z-]*)?:lambda:)?"
              + "((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?"
              + "(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)"
              + "(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?");

  // The groups of the pattern. They have no names, because error messages quote the pattern.
  private static final int PARTITION = 2;
  private static final int REGION = 3;
  private static final int ACCOUNT = 9;
  private static final int NAME = 11;
  private static final int QUALIFIER = 12;

  private static final int NAME_INDEX_IN_ARN = 6;

  private FunctionArn() {}

  /**
   * Returns the ARN of a function, with the qualifier if there is one.
   *
   * @param functionName a name, a name with a qualifier, a partial ARN, or an ARN
   * @param region the Region to use if the name has none
   * @param account the account to use if the name has none
   */
  static String resolve(String functionName, String region, String account) {
    Matcher reference = match(functionName);
    String functionRegion = groupOrElse(reference, REGION, region + ":").replace(":", "");
    String partition = groupOrElse(reference, PARTITION, Account.partition(functionRegion));
    return "arn:"
        + partition
        + ":lambda:"
        + functionRegion
        + ":"
        + groupOrElse(reference, ACCOUNT, account + ":")
        + "function:"
        + reference.group(NAME)
        + groupOrElse(reference, QUALIFIER, "");
  }

  /** Returns the name of a function without Region, account and qualifier. */
  public static String name(String functionName) {
    return match(functionName).group(NAME);
  }

  /** Returns the function name in a full ARN, as {@link #resolve} returns it. */
  public static String nameFromArn(String arn) {
    return arn.split(":", -1)[NAME_INDEX_IN_ARN];
  }

  /** Returns the Region that a function name includes, if any. */
  public static Optional<String> region(String functionName) {
    return Optional.ofNullable(match(functionName).group(REGION)).map(FunctionArn::withoutColon);
  }

  /** Returns the account that a function name includes, if any. */
  public static Optional<String> account(String functionName) {
    return Optional.ofNullable(match(functionName).group(ACCOUNT)).map(FunctionArn::withoutColon);
  }

  private static String withoutColon(String part) {
    return part.substring(0, part.length() - 1);
  }

  private static Matcher match(String functionName) {
    Matcher reference = REFERENCE.matcher(functionName);
    if (!reference.matches()) {
      throw new IllegalArgumentException(functionName + " is not a function name or ARN");
    }
    return reference;
  }

  private static String groupOrElse(Matcher reference, int group, String fallback) {
    @Nullable String given = reference.group(group);
    return Objects.requireNonNullElse(given, fallback);
  }
}
