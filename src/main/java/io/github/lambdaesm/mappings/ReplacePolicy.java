package io.github.lambdaesm.mappings;

/** Where the replacement of a mapping starts to read. */
public enum ReplacePolicy {
  /** At the starting position of the desired mapping. */
  START_AS_DESIRED,

  /** Where the replaced mapping stopped, or earlier. */
  CONTINUE
}
