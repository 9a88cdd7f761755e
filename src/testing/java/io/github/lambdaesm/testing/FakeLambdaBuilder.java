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

/** Settings of a fake; all are optional. */
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

  /** Sets the port, from 1 to 65535. Default: any that is free. */
  public FakeLambdaBuilder port(int port) {
    this.port = port;
    return this;
  }

  /** Sets what the UUIDs of the mappings follow from. Default: always the same. */
  public FakeLambdaBuilder seed(long seed) {
    this.seed = seed;
    return this;
  }

  /** Sets the Region that is played. Default: {@code us-east-1}. */
  public FakeLambdaBuilder region(Region region) {
    this.region = region;
    return this;
  }

  /** Sets the credentials whose signatures are accepted. Default: some of the fake's own. */
  public FakeLambdaBuilder credentials(AwsCredentials credentials) {
    this.credentials = credentials;
    return this;
  }

  /** Sets the clock to which {@link FakeLambda#advance} adds. Default: the machine's. */
  public FakeLambdaBuilder clock(Clock clock) {
    this.clock = clock;
    return this;
  }

  /**
   * Sets whether only those functions, queues and streams are there that the test declares.
   * Default: false; all that a request names is there.
   */
  public FakeLambdaBuilder strict(boolean strict) {
    this.strict = strict;
    return this;
  }

  /** Sets whether signatures are looked at. Default: true. */
  public FakeLambdaBuilder verifySignatures(boolean verifySignatures) {
    this.verifySignatures = verifySignatures;
    return this;
  }

  /**
   * Sets whether a request that the fake does not know may come; it is answered with an error.
   * Default: false; it fails the test.
   */
  public FakeLambdaBuilder allowUnexpectedRequests(boolean allowUnexpectedRequests) {
    this.allowUnexpectedRequests = allowUnexpectedRequests;
    return this;
  }

  /**
   * Sets whether requests are refused too that Lambda was not seen refusing, though AWS documents
   * that they are wrong, tools refuse them, or Lambda refuses them for another source. Default:
   * false; they are accepted, and {@link FakeLambda#warnings} has them.
   */
  public FakeLambdaBuilder enforceDocumentedRules(boolean enforceDocumentedRules) {
    this.enforceDocumentedRules = enforceDocumentedRules;
    return this;
  }

  /** Sets how long a change takes. Default: until a second call meets it. */
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
