package io.github.lambdaesm.model;

/** The severity of a {@link Violation}. */
public enum Severity {
  /** Lambda rejects the request. */
  ERROR,
  /** Lambda may reject the request, or accepts it but probably does not do what is meant. */
  WARNING
}
