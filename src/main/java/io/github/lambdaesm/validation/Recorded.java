package io.github.lambdaesm.validation;

import io.github.lambdaesm.model.Evidence;
import java.time.LocalDate;

/** The rejections by AWS that several rules are based on. */
final class Recorded {
  /** Rejections for self-managed Kafka clusters, recorded by the tests of LocalStack. */
  static final Evidence LOCALSTACK_2024 = on(2024, 9, 3);

  /** Rejections for queues and streams, recorded by the tests of LocalStack. */
  static final Evidence LOCALSTACK_2025 = on(2025, 11, 25);

  /** Rejections of deployments, recorded by cdk-preflight. */
  static final Evidence PREFLIGHT = on(2026, 9, 7);

  private Recorded() {}

  static Evidence on(int year, int month, int day) {
    return Evidence.recorded(LocalDate.of(year, month, day));
  }
}
