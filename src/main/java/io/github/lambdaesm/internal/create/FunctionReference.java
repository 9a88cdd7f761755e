package io.github.lambdaesm.internal.create;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A function as a request names it: by name, partial ARN or ARN, each with or without a qualifier.
 *
 * @param name the name alone
 * @param qualifier a version or an alias; null if the function is named without one
 */
record FunctionReference(
    @Nullable String partition,
    @Nullable String region,
    @Nullable String account,
    String name,
    @Nullable String qualifier) {

  private static final Pattern ARN =
      Pattern.compile(
          "arn:(?<partition>[^:]*):lambda:(?<region>[^:]*):(?<account>[^:]*)"
              + ":function:(?<name>[^:]+)(?::(?<qualifier>[^:]+))?");

  /** The forms that the service's own pattern allows, which its refusals show. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?:(?<region>[a-z]+(?:-[a-z]+)+-\\d+):)?"
              + "(?:(?<account>\\d{12}):)?"
              + "(?:function:)?"
              + "(?<name>[a-zA-Z0-9_.-]+)"
              + "(?::(?<qualifier>\\$LATEST(?:\\.PUBLISHED)?|[a-zA-Z0-9_-]+))?");

  /** Reads a reference. What is none stands for itself. */
  static FunctionReference parse(String text) {
    Matcher arn = ARN.matcher(text);
    if (arn.matches()) {
      return of(arn.group("partition"), arn);
    }
    Matcher name = NAME.matcher(text);
    return name.matches() ? of(null, name) : new FunctionReference(null, null, null, text, null);
  }

  private static FunctionReference of(@Nullable String partition, Matcher parts) {
    return new FunctionReference(
        partition,
        parts.group("region"),
        parts.group("account"),
        parts.group("name"),
        parts.group("qualifier"));
  }

  /**
   * Returns whether this names the function of an ARN. What this leaves open, Region and account
   * for example, is not compared. A missing qualifier is compared: the service keeps the function
   * as it was given.
   */
  boolean names(FunctionReference arn) {
    return name.equals(arn.name)
        && Objects.equals(qualifier, arn.qualifier)
        && isOpenOrEqual(account, arn.account)
        && isOpenOrEqual(region, arn.region)
        && isOpenOrEqual(partition, arn.partition);
  }

  private static boolean isOpenOrEqual(@Nullable String part, @Nullable String other) {
    return part == null || part.equals(other);
  }
}
