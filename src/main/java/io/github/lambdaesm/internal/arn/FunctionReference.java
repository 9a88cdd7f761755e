package io.github.lambdaesm.internal.arn;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a function: a name, a partial ARN or an ARN, with or without a qualifier.
 *
 * @param name the function's name, without ARN or qualifier
 * @param qualifier a version or an alias; null if there is none
 */
public record FunctionReference(
    @Nullable String partition,
    @Nullable String region,
    @Nullable String account,
    String name,
    @Nullable String qualifier) {

  private static final Pattern REGION = Pattern.compile("[a-z]{2,4}-[a-z-]+-[0-9]{1,2}");
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

  /**
   * Parses a reference. If the text is not a valid reference, returns one with the whole text as
   * its name.
   */
  public static FunctionReference parse(String text) {
    Parts parts = new Parts(text.split(":", -1));
    boolean isArn = parts.remaining() > 3 && parts.is(0, "arn") && parts.is(2, "lambda");
    String partition = isArn ? parts.skipPrefix() : null;
    // Without the prefix, a name and its qualifier can look like a Region and a name.
    boolean hasRegion = parts.matches(0, REGION) && (isArn || parts.matches(1, ACCOUNT));
    String region = hasRegion ? parts.next() : null;
    // A name can also have twelve digits. An account is followed by a name, which $LATEST is not.
    boolean hasAccount = parts.matches(0, ACCOUNT) && !parts.isLatest(1);
    String account = hasAccount ? parts.next() : null;
    if (parts.remaining() > 1 && parts.is(0, "function")) {
      parts.next();
    }
    String name = parts.next();
    String qualifier = parts.remaining() > 0 ? parts.next() : null;
    return parts.remaining() == 0 && !name.isEmpty()
        ? new FunctionReference(partition, region, account, name, qualifier)
        : new FunctionReference(null, null, null, text, null);
  }

  /**
   * The parts of a reference, consumed from left to right. A part that matches a pattern is
   * consumed only if another part is left for the name.
   */
  private static final class Parts {
    private final String[] parts;
    private int index;

    Parts(String[] parts) {
      this.parts = parts;
    }

    int remaining() {
      return parts.length - index;
    }

    boolean is(int ahead, String word) {
      return parts[index + ahead].equals(word);
    }

    boolean matches(int ahead, Pattern form) {
      return remaining() > ahead + 1 && form.matcher(parts[index + ahead]).matches();
    }

    boolean isLatest(int ahead) {
      return parts[index + ahead].startsWith("$LATEST");
    }

    String next() {
      return parts[index++];
    }

    /** Skips "arn", the partition and "lambda". Returns the partition, or null if it is empty. */
    @Nullable String skipPrefix() {
      index += 3;
      return parts[1].isEmpty() ? null : parts[1];
    }
  }

  /**
   * Returns whether this reference denotes the function of an ARN. Parts that it omits, such as
   * Region or account, are not compared. A missing qualifier is compared, because the service
   * stores the function with exactly the qualifier that it was given.
   */
  public boolean matches(FunctionReference arn) {
    return name.equals(arn.name)
        && Objects.equals(qualifier, arn.qualifier)
        && isAbsentOrEqual(account, arn.account)
        && isAbsentOrEqual(region, arn.region)
        && isAbsentOrEqual(partition, arn.partition);
  }

  private static boolean isAbsentOrEqual(@Nullable String part, @Nullable String other) {
    return part == null || part.equals(other);
  }
}
