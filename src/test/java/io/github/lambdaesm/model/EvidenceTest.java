package io.github.lambdaesm.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 7);

  @Test
  void isEqualIfBasisAndDayAre() {
    assertThat(Evidence.recorded(DAY))
        .isEqualTo(Evidence.recorded(DAY))
        .hasSameHashCodeAs(Evidence.recorded(DAY))
        .isNotEqualTo(Evidence.recorded(DAY.plusDays(1)))
        .isNotEqualTo(Evidence.of(Evidence.Basis.RECORDED));
  }
}
