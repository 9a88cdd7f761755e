package io.github.lambdaesm.internal.http;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Searches an exception and its causes, which may be circular. */
public final class Causes {
  private Causes() {}

  /** Returns whether an exception or one of its causes is an instance of one of these classes. */
  public static boolean include(Throwable failure, List<Class<? extends Throwable>> types) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Throwable e = failure;
    while (e != null && seen.add(e)) {
      for (Class<? extends Throwable> type : types) {
        if (type.isInstance(e)) {
          return true;
        }
      }
      e = e.getCause();
    }
    return false;
  }
}
