package io.github.lambdaesm.mappings;

/** Tells how a member of a mapping can get its desired value. */
public enum ChangeKind {
  /** An update sets the desired value. */
  SET,
  /** An update clears the present value. */
  CLEAR,
  /**
   * No update clears the present value. The mapping must be replaced, or the value set explicitly.
   */
  CANNOT_BE_CLEARED,
  /** The value is fixed when the mapping is created, so the mapping must be replaced. */
  FIXED_AT_CREATION
}
