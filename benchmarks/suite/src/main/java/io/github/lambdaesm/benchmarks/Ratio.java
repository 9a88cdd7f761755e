package io.github.lambdaesm.benchmarks;

/** The ratios of the report, in the order of its columns. */
enum Ratio {
  OURS_TO_SDK(Contender.OURS, Contender.SDK),
  OURS_URL_CONNECTION_TO_SDK(Contender.OURS_URL_CONNECTION, Contender.SDK),
  OURS_URL_CONNECTION_TO_SDK_URL_CONNECTION(
      Contender.OURS_URL_CONNECTION, Contender.SDK_URL_CONNECTION),
  OURS_TO_FLOOR(Contender.OURS, Contender.FLOOR);

  private final Contender of;
  private final Contender to;

  Ratio(Contender of, Contender to) {
    this.of = of;
    this.to = to;
  }

  Contender of() {
    return of;
  }

  Contender to() {
    return to;
  }
}
