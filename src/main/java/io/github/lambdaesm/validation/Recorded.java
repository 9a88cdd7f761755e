package io.github.lambdaesm.validation;

import io.github.lambdaesm.model.Evidence;
import java.time.LocalDate;

/** The rejections by AWS that several rules are based on. */
final class Recorded {
  /** Self-managed Kafka clusters, recorded by LocalStack. */
  static final Evidence LOCALSTACK_2024 = on(2024, 9, 3);

  /** Queues and streams, recorded by LocalStack. */
  static final Evidence LOCALSTACK_2025 = on(2025, 11, 25);

  /** Deployments by cdk-preflight. */
  static final Evidence PREFLIGHT = on(2026, 9, 7);

  private Recorded() {}

  static Evidence on(int year, int month, int day) {
    return Evidence.recorded(LocalDate.of(year, month, day));
  }
}
