package io.github.lambdaesm.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.testsupport.Calls;
import io.github.lambdaesm.testsupport.RawServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.AbortedException;

/** Interrupts threads at random moments while they compete for a few connections. */
@Timeout(60)
@ParameterizedClass
@EnumSource
class InterruptStormTest {
  private static final int THREADS = 20;
  private static final int INTERRUPTED_CALLS = 1000;

  private final TransportUnderTest transport;
  private final RawServer server =
      RawServer.respondingWith(RawServer.response("202 Accepted", "", "{\"UUID\":\"u\"}"));
  private final Calls calls;
  private final AtomicInteger aborted = new AtomicInteger();
  private final AtomicInteger unexpected = new AtomicInteger();

  InterruptStormTest(TransportUnderTest.Kind kind) {
    transport = kind.open(3);
    calls = Calls.to(server.uri()).over(transport.transport());
  }

  @AfterEach
  void close() {
    transport.close();
    server.close();
  }

  @Test
  void leaksNoConnectionInAThousandInterruptedCalls() throws Exception {
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread caller = new Thread(this::callRepeatedly);
      callers.add(caller);
      caller.start();
    }
    Random random = new Random(1);
    while (aborted.get() < INTERRUPTED_CALLS) {
      callers.get(random.nextInt(THREADS)).interrupt();
      // Each interrupt hits another moment of a call. Without a pause, all calls would end before
      // they began.
      LockSupport.parkNanos(random.nextInt(200_000));
    }
    for (Thread caller : callers) {
      caller.join();
    }

    assertThat(unexpected).hasValue(0);
    assertThat(transport.leased()).isZero();
    assertThat(calls.create().uuid()).isEqualTo("u");
  }

  private void callRepeatedly() {
    while (aborted.get() < INTERRUPTED_CALLS) {
      try {
        if (!"u".equals(calls.create().uuid())) {
          unexpected.incrementAndGet();
        }
      } catch (AbortedException e) {
        aborted.incrementAndGet();
        if (!Thread.interrupted()) {
          unexpected.incrementAndGet();
        }
      } catch (RuntimeException e) {
        unexpected.incrementAndGet();
      }
    }
  }
}
