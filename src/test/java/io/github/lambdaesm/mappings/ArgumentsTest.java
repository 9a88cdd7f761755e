package io.github.lambdaesm.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Checks what bulk calls say about unusable arguments. */
@SuppressWarnings("NullAway") // passes null as a careless caller does
class ArgumentsTest {
  private final GeneratedMappings client = new GeneratedMappings(0, 1);
  private final EventSourceMappings facade = EventSourceMappings.using(client);

  private static void assertNull(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(message);
  }

  @Test
  void namesNullElementsByPosition() {
    Collection<CreateEventSourceMappingRequest> desired = Arrays.asList(client.desired(0), null);
    String message = "desired contains null at position 1 (counted from 0). Remove it";

    assertNull(() -> facade.ensureAll(desired), message);
    assertNull(() -> facade.planAll(desired), message);
    assertNull(
        () -> facade.applyAll(Arrays.asList((Plan) null)),
        "plans contains null at position 0 (counted from 0). Remove it");
    assertNull(
        () -> facade.awaitSettled(Arrays.asList("u", "v", null)),
        "uuids contains null at position 2 (counted from 0). Remove it");
    assertThat(client.lists()).isZero();
  }

  @Test
  void namesBlankUuidsByPosition() {
    assertThatThrownBy(() -> facade.awaitSettled(List.of("u", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("uuids contains a blank text at position 1 (counted from 0). Remove it");
    assertThat(client.lists()).isZero();
  }

  @Test
  void namesNullArguments() {
    assertNull(() -> facade.ensureAll(null), "desired is null");
    assertNull(() -> facade.awaitSettled(null), "uuids is null");
    assertNull(() -> facade.pauseAll(null), "functionName is null");
    assertNull(() -> BulkOptions.builder().progressListener(null), "progressListener is null");
    assertNull(() -> BulkOptions.builder().timeout(null), "timeout is null");
    assertNull(
        () -> BulkOptions.builder().ensureOptions((EnsureOptions) null), "ensureOptions is null");
  }
}
