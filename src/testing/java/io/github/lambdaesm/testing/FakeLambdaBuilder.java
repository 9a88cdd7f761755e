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

  /** Sets the seed of the mappings' UUIDs. Default: a fixed seed. */
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

  /** Sets the clock that {@link FakeLambda#advance} adds to. Default: the system clock. */
  public FakeLambdaBuilder clock(Clock clock) {
    this.clock = clock;
    return this;
  }

  /**
   * Sets whether only the functions, queues and streams exist that the test declares. Default:
   * false; whatever a request names exists.
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
   * Sets whether the fake may receive a request that it does not know, which it answers with an
   * error. Default: false; such a request fails the test.
   */
  public FakeLambdaBuilder allowUnexpectedRequests(boolean allowUnexpectedRequests) {
    this.allowUnexpectedRequests = allowUnexpectedRequests;
    return this;
  }

  /**
   * Sets whether to reject requests that Lambda was not seen rejecting, but that AWS documents as
   * wrong, that tools reject, or that Lambda rejects for another event source. Default: false; they
   * are accepted, and {@link FakeLambda#warnings} lists them.
   */
  public FakeLambdaBuilder enforceDocumentedRules(boolean enforceDocumentedRules) {
    this.enforceDocumentedRules = enforceDocumentedRules;
    return this;
  }

  /** Sets how long a change takes on the fake's clock. Default: until a second call meets it. */
  public FakeLambdaBuilder settlesAfter(Duration duration) {
    this.settlesAfter = duration;
    return this;
  }

  /**
   * Starts the fake.
   *
   * @throws UncheckedIOException if the port is taken
   * @throws IllegalStateException if a library on the class path is older than the fake needs
   */
  public FakeLambda start() {
    requireLibraries();
    try {
      return new FakeLambda(this);
    } catch (IOException e) {
      throw new UncheckedIOException("FakeLambda cannot listen at port " + port, e);
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
