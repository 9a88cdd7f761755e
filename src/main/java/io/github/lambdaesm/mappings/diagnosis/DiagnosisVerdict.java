package io.github.lambdaesm.mappings.diagnosis;

/** The verdict of a {@link Diagnosis}. */
public enum DiagnosisVerdict {
  /** The mapping is enabled, and Lambda reports no problem. */
  HEALTHY,
  /** A change is in progress. */
  IN_TRANSITION,
  /**
   * A change has been in progress for more than 10 minutes. AWS documents no limit; 10 minutes is a
   * convention of deployment tools.
   */
  STUCK,
  /** A user disabled the mapping. */
  PAUSED_BY_USER,
  /** Lambda disabled the mapping. */
  DISABLED_BY_LAMBDA,
  /**
   * The mapping is enabled, but cannot read its event source or invoke its function, according to
   * Lambda's texts or to facts that you set.
   */
  FAILING,
  /** The mapping is enabled, but Lambda does not report whether it works. */
  NOT_OBSERVABLE,
  /** The mapping does not exist. */
  GONE,
  /**
   * It is unknown whether the mapping works: Lambda reports something that this library does not
   * know, or the filter criteria cannot be decrypted or read.
   */
  UNKNOWN
}
