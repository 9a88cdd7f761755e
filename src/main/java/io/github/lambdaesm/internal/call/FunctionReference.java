package io.github.lambdaesm.internal.call;

import java.util.Arrays;
import java.util.List;

/**
 * The ways in which a request may name a function: by name, partial ARN or ARN, with a qualifier.
 */
final class FunctionReference {
  private static final String FUNCTION = "function";

  private FunctionReference() {}

  /**
   * Whether the ARN that the service gives is that of the function that was named. What the name
   * leaves open, account and Region, is not compared; the qualifier is, because the service keeps
   * it as it was given.
   */
  static boolean names(String reference, String arn) {
    List<String> wanted = parts(reference);
    List<String> given = parts(arn);
    int offset = given.size() - wanted.size();
    return offset >= 0 && given.subList(offset, given.size()).equals(wanted);
  }

  /** Its parts, with the word that stands before the name, as in an ARN. */
  private static List<String> parts(String reference) {
    List<String> parts = Arrays.asList(reference.split(":"));
    int word = parts.indexOf(FUNCTION);
    boolean hasWord = word >= 0 && word < parts.size() - 1;
    return hasWord ? parts : Arrays.asList((FUNCTION + ":" + reference).split(":"));
  }
}
