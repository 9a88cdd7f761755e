package io.github.lambdaesm.mappings;

/** How a member of a mapping can get its desired value. */
public enum ChangeKind {
  /** An update sets the value. */
  SET,
  /** An update clears the value. */
  CLEAR,
  /** No update clears the value. */
  CANNOT_BE_CLEARED,
  /** The value is fixed when the mapping is created. */
  FIXED_AT_CREATION
}
