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

/** Threads that are interrupted at any moment, while they fight over a few connections. */
@Timeout(60)
@ParameterizedClass
@EnumSource
class InterruptStormTest {
  private static final int THREADS = 20;
  private static final int INTERRUPTED_CALLS = 1000;

  private final TransportUnderTest transport;
  private final RawServer server =
      RawServer.answering(RawServer.response("202 Accepted", "", "{\"UUID\":\"u\"}"));
  private final Calls calls;
  private final AtomicInteger aborted = new AtomicInteger();
  private final AtomicInteger wrong = new AtomicInteger();

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
  void aThousandInterruptedCallsLeakNoConnection() throws Exception {
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread caller = new Thread(this::callAgainAndAgain);
      callers.add(caller);
      caller.start();
    }
    Random random = new Random(1);
    while (aborted.get() < INTERRUPTED_CALLS) {
      callers.get(random.nextInt(THREADS)).interrupt();
      // Another moment of a call each time; back to back, all would end before they began.
      LockSupport.parkNanos(random.nextInt(200_000));
    }
    for (Thread caller : callers) {
      caller.join();
    }

    assertThat(wrong).hasValue(0);
    assertThat(transport.leased()).isZero();
    assertThat(calls.create().uuid()).isEqualTo("u");
  }

  private void callAgainAndAgain() {
    while (aborted.get() < INTERRUPTED_CALLS) {
      try {
        if (!"u".equals(calls.create().uuid())) {
          wrong.incrementAndGet();
        }
      } catch (AbortedException e) {
        aborted.incrementAndGet();
        if (!Thread.interrupted()) {
          wrong.incrementAndGet();
        }
      } catch (RuntimeException e) {
        wrong.incrementAndGet();
      }
    }
  }
}
