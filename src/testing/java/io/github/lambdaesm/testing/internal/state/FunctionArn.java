package io.github.lambdaesm.testing.internal.state;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ways in which a request may name a function. */
public final class FunctionArn {
  /** That of the API, except that regions of every partition pass, as they do at the service. */
  public static final Pattern REFERENCE =
      Pattern.compile(
          "(arn:(aws[a-zA-Z-]*)?:lambda:)?"
              + "((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?"
              + "(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)"
              + "(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?");

  // The groups of that pattern; it has no named ones, because messages quote it.
  private static final int PARTITION = 2;
  private static final int REGION = 3;
  private static final int ACCOUNT = 9;
  private static final int NAME = 11;
  private static final int QUALIFIER = 12;

  private static final int NAME_INDEX_IN_ARN = 6;

  private FunctionArn() {}

  /**
   * The ARN of a function, with the qualifier that was given.
   *
   * @param functionName a name, a name with a qualifier, a part of an ARN, or an ARN
   * @param region where a function is whose region is not given
   * @param account whose a function is whose account is not given
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

  /** The bare name of a function, however it is named. */
  public static String name(String functionName) {
    return match(functionName).group(NAME);
  }

  /** Returns the bare name of the function of an ARN that the fake made, whatever its Region. */
  public static String nameFromArn(String arn) {
    return arn.split(":", -1)[NAME_INDEX_IN_ARN];
  }

  /** Returns the Region that a name of a function includes. */
  public static Optional<String> region(String functionName) {
    return Optional.ofNullable(match(functionName).group(REGION)).map(FunctionArn::withoutColon);
  }

  /** Returns the account that a name of a function includes. */
  public static Optional<String> account(String functionName) {
    return Optional.ofNullable(match(functionName).group(ACCOUNT)).map(FunctionArn::withoutColon);
  }

  private static String withoutColon(String part) {
    return part.substring(0, part.length() - 1);
  }

  private static Matcher match(String functionName) {
    Matcher reference = REFERENCE.matcher(functionName);
    if (!reference.matches()) {
      throw new IllegalArgumentException(functionName + " does not name a function");
    }
    return reference;
  }

  private static String groupOrElse(Matcher reference, int group, String fallback) {
    @Nullable String given = reference.group(group);
    return Objects.requireNonNullElse(given, fallback);
  }
}
