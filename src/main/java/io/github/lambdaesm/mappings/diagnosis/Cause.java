package io.github.lambdaesm.mappings.diagnosis;

/** A verdict and the finding that it is based on. */
record Cause(DiagnosisVerdict verdict, Finding finding) {
  Cause as(DiagnosisVerdict other) {
    return new Cause(other, finding);
  }

  boolean is(DiagnosisVerdict other) {
    return verdict == other;
  }

  /** Returns whether Lambda reports no problem of an enabled mapping. */
  boolean isWithoutProblem() {
    return is(DiagnosisVerdict.HEALTHY) || is(DiagnosisVerdict.NOT_OBSERVABLE);
  }
}
