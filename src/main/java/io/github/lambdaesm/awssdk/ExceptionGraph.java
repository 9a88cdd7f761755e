package io.github.lambdaesm.awssdk;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Converts an exception with its causes and suppressed exceptions, which may refer to each other.
 *
 * <p>A client-side exception that carries an exception to convert is replaced with a copy, if its
 * builder makes one of the same class. All other exceptions stay as they are, with what they carry.
 *
 * @param <E> the exceptions to convert
 */
final class ExceptionGraph<E extends Throwable> {
  private final Class<E> type;
  private final BiFunction<E, @Nullable Throwable, Throwable> converter;
  private final IdentityHashMap<Throwable, Throwable> copies = new IdentityHashMap<>();
  private final Deque<Throwable> withoutSuppressed = new ArrayDeque<>();

  /**
   * @param converter converts an exception. Its second argument is the cause of the result
   */
  ExceptionGraph(Class<E> type, BiFunction<E, @Nullable Throwable, Throwable> converter) {
    this.type = type;
    this.converter = converter;
  }

  /** Returns the converted exception. Call this once. */
  Throwable convert(Throwable exception) {
    Throwable converted = copyOf(Objects.requireNonNull(exception, "exception is null"));
    while (!withoutSuppressed.isEmpty()) {
      addSuppressed(withoutSuppressed.remove());
    }
    return converted;
  }

  /** Copies suppressed exceptions last, because they may refer back to the exception. */
  private void addSuppressed(Throwable original) {
    Throwable copy = Objects.requireNonNull(copies.get(original));
    for (Throwable suppressed : original.getSuppressed()) {
      copy.addSuppressed(copyOf(suppressed));
    }
  }

  private Throwable copyOf(Throwable original) {
    Throwable known = copies.get(original);
    if (known != null) {
      return known;
    }
    Throwable copy = create(original);
    if (copy != original) {
      copy.setStackTrace(original.getStackTrace());
      copies.put(original, copy);
      withoutSuppressed.add(original);
    }
    return copy;
  }

  private Throwable create(Throwable original) {
    if (type.isInstance(original)) {
      return converter.apply(type.cast(original), copyOfCause(original));
    }
    return original instanceof SdkClientException exception && isCarriedBy(exception, newSet())
        ? copy(exception)
        : original;
  }

  private Throwable copy(SdkClientException exception) {
    SdkClientException copy = exception.toBuilder().cause(copyOfCause(exception)).build();
    return copy.getClass() == exception.getClass() ? copy : exception;
  }

  private @Nullable Throwable copyOfCause(Throwable original) {
    Throwable cause = original.getCause();
    return cause == null ? null : copyOf(cause);
  }

  /** Returns whether a client-side exception leads to an exception to convert. */
  private boolean isCarriedBy(SdkClientException exception, Set<Throwable> seen) {
    return seen.add(exception)
        && (leadsToType(exception.getCause(), seen)
            || Arrays.stream(exception.getSuppressed()).anyMatch(each -> leadsToType(each, seen)));
  }

  private boolean leadsToType(@Nullable Throwable carried, Set<Throwable> seen) {
    return type.isInstance(carried)
        || (carried instanceof SdkClientException exception && isCarriedBy(exception, seen));
  }

  private static Set<Throwable> newSet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
