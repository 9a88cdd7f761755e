package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.text.PrintedText;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Wraps checked exceptions. The methods that a user implements declare none, but mocks and code in
 * Kotlin or Scala can throw them.
 */
final class CheckedExceptions {
  private CheckedExceptions() {}

  /**
   * Wraps an exception in an unchecked one. An {@link InterruptedException} becomes an {@link
   * AbortedException}, and the interrupt flag is set again.
   */
  static RuntimeException wrap(String subject, Exception e) {
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      return AbortedException.create(subject + " was interrupted.", e);
    }
    return SdkClientException.create(
        subject + " failed with a checked exception: " + PrintedText.of(e) + ".", e);
  }
}
