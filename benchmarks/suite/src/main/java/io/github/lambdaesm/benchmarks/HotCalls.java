package io.github.lambdaesm.benchmarks;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Measures calls over open connections. A system property holds the service's ports. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class HotCalls {
  static final String PORTS = "benchmark.ports";

  /** The client to measure. {@link HotRounds} sets it. */
  @Param public Contender contender;

  /** The call to measure. {@link HotRounds} sets it. */
  @Param public Call call;

  private Caller caller;

  /** Opens the client, and checks that it parses the response. */
  @Setup
  public void open() {
    String port = System.getProperty(PORTS).split(",")[call.ordinal()];
    caller = contender.open(URI.create("http://127.0.0.1:" + port));
    FixedService.Answer.values()[call.ordinal()].verify(call.make(caller));
  }

  /** Closes the client. */
  @TearDown
  public void close() {
    caller.close();
  }

  /** Makes one call. */
  @Benchmark
  public Object call() {
    return call.make(caller);
  }

  /** The calls, in the order of the service's responses. */
  public enum Call {
    CREATE("create, three members") {
      @Override
      Object make(Caller caller) {
        return caller.create();
      }
    },
    CREATE_WITH_EVERY_MEMBER("create, every member") {
      @Override
      Object make(Caller caller) {
        return caller.createWithEveryMember();
      }
    },
    LIST("list, 100 mappings") {
      @Override
      Object make(Caller caller) {
        return caller.list();
      }
    },
    CONFLICT("create, refused with 409") {
      @Override
      Object make(Caller caller) {
        return caller.meetConflict();
      }
    };

    private final String title;

    Call(String title) {
      this.title = title;
    }

    abstract Object make(Caller caller);

    String title() {
      return title;
    }
  }
}
