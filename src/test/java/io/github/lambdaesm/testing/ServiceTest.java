package io.github.lambdaesm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.testing.Route.Operation;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the service makes of its own mistakes. */
class ServiceTest {
  private static final Account ACCOUNT = new Account("us-east-1", "123456789012");

  private final Faults faults = new Faults();
  private final FakeClock clock = new FakeClock(Clock.systemUTC());
  private final Service service =
      new Service(
          new Api(
              new Mappings(
                  ACCOUNT,
                  new Declarations(false),
                  clock,
                  new Settling(clock, null),
                  new RandomIds(0))),
          faults,
          Optional.empty());

  private Reply list() {
    return service.answer("GET", "/2015-03-31/event-source-mappings", Map.of(), new byte[0]);
  }

  @Test
  void aMistakeOfTheFakeIsNotOverlooked() {
    RuntimeException mistake = new IllegalStateException("a mistake");
    faults.plan(
        1,
        EnumSet.allOf(Operation.class),
        (request, answer) -> {
          throw mistake;
        });

    assertThat(list().status()).isEqualTo(501);
    assertThat(service.failure()).containsSame(mistake);

    assertThat(list().status()).isEqualTo(200);
    service.clear();
    assertThat(service.failure()).isEmpty();
  }
}
