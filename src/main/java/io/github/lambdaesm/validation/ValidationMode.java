package io.github.lambdaesm.validation;

/** Defines when a client checks its requests with {@link MappingRules}. */
public enum ValidationMode {
  /**
   * After Lambda has rejected a request, the client adds the rules that the request breaks to the
   * exception. It never stops a request. This is the default.
   */
  EXPLAIN_REFUSALS,

  /**
   * The client checks each create and update before it is sent, and throws an {@link
   * InvalidRequestException} if it is certain that Lambda rejects it.
   */
  BEFORE_SENDING,

  /** The client checks nothing. */
  OFF
}
