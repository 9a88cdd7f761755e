package io.github.lambdaesm.testing;

import io.github.lambdaesm.internal.library.Library;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.regions.Region;

/** Configures a {@link FakeLambda}. All settings are optional. */
public final class FakeLambdaBuilder {
  private static final AwsCredentials CREDENTIALS =
      AwsBasicCredentials.create("AKIAFAKELAMBDA", "the-secret-of-the-fake");

  int port;
  long seed;
  Region region = Region.US_EAST_1;
  AwsCredentials credentials = CREDENTIALS;
  Clock clock = Clock.systemUTC();
  boolean strict;
  boolean verifySignatures = true;
  boolean allowUnexpectedRequests;
  boolean enforceDocumentedRules;
  @Nullable Duration settlesAfter;

  FakeLambdaBuilder() {}

  /** Sets the port, from 1 to 65535. Default: a free port. */
  public FakeLambdaBuilder port(int port) {
    this.port = port;
    return this;
  }

  /** Sets the seed of the UUIDs that the fake generates. Default: a fixed seed. */
  public FakeLambdaBuilder seed(long seed) {
    this.seed = seed;
    return this;
  }

  /** Sets the Region. Default: {@code us-east-1}. */
  public FakeLambdaBuilder region(Region region) {
    this.region = region;
    return this;
  }

  /** Sets the credentials whose signatures are accepted. Default: fixed test credentials. */
  public FakeLambdaBuilder credentials(AwsCredentials credentials) {
    this.credentials = credentials;
    return this;
  }

  /**
   * Sets the clock of the fake. Default: the system clock. {@link FakeLambda#advance} adds to it.
   */
  public FakeLambdaBuilder clock(Clock clock) {
    this.clock = clock;
    return this;
  }

  /**
   * Sets whether requests may name only the functions, queues and streams that the test declares.
   * Default: false; every function, queue and stream exists.
   */
  public FakeLambdaBuilder strict(boolean strict) {
    this.strict = strict;
    return this;
  }

  /** Sets whether signatures are checked. Default: true. */
  public FakeLambdaBuilder verifySignatures(boolean verifySignatures) {
    this.verifySignatures = verifySignatures;
    return this;
  }

  /**
   * Sets whether unknown requests are allowed. Default: false; such a request fails the test. In
   * either case, the response is an error.
   */
  public FakeLambdaBuilder allowUnexpectedRequests(boolean allowUnexpectedRequests) {
    this.allowUnexpectedRequests = allowUnexpectedRequests;
    return this;
  }

  /**
   * Sets whether to enforce rules for which no rejection by Lambda is recorded: those that AWS
   * documents, that tools check, or that are recorded for another event source only. Default:
   * false; requests that break them are accepted, and {@link FakeLambda#warnings} lists them.
   */
  public FakeLambdaBuilder enforceDocumentedRules(boolean enforceDocumentedRules) {
    this.enforceDocumentedRules = enforceDocumentedRules;
    return this;
  }

  /**
   * Sets how long a change takes on the fake's clock. Default: a change completes when a second
   * call observes it.
   */
  public FakeLambdaBuilder settlesAfter(Duration duration) {
    this.settlesAfter = duration;
    return this;
  }

  /**
   * Starts the fake.
   *
   * @throws UncheckedIOException if the port is in use
   * @throws IllegalStateException if a library on the class path is too old
   */
  public FakeLambda start() {
    requireLibraries();
    try {
      return new FakeLambda(this);
    } catch (IOException e) {
      throw new UncheckedIOException("FakeLambda cannot listen on port " + port, e);
    }
  }

  private static void requireLibraries() {
    Library.AWS_SDK.require();
    Library.HTTP_CORE.require();
    Library.JACKSON_CORE.require();
    Library.JACKSON_DATABIND.require();
    Library.SLF4J.require();
  }
}
