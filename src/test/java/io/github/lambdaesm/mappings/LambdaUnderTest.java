package io.github.lambdaesm.mappings;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.awssdk.AwsSdkLambda;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.testing.FakeLambda;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** A client, the mappings behind it, and ways to cut its connection. */
interface LambdaUnderTest extends AutoCloseable {
  LambdaClient client();

  InstantSource clock();

  Pause pause();

  /** Completes all changes. */
  List<EventSourceMappingConfiguration> mappings();

  /** Returns the mappings as they are, with changes in progress. */
  List<EventSourceMappingConfiguration> present();

  /** Hides the mappings from the next list. */
  void hideFromNextList();

  /** Cuts the connection before the call takes effect. */
  <R> R cutBefore(Supplier<R> call);

  /** Cuts the connection after the call has taken effect. */
  <R> R cutAfter(Supplier<R> call);

  void reset();

  @Override
  void close();

  /** Returns a facade over another client of the same mappings. */
  default EventSourceMappings facade(LambdaClient client) {
    return EventSourceMappings.builder().client(client).clock(clock()).pause(pause()).build();
  }

  /** Returns our client, which does not retry. */
  static LambdaUnderTest ours() {
    FakeLambda fake = FakeLambda.builder().verifySignatures(false).start();
    return new OfFake(
        fake,
        fake.clientBuilder()
            .overrideConfiguration(
                settings -> settings.retryStrategy(DefaultRetryStrategy.doNotRetry()))
            .build());
  }

  /** Returns the AWS SDK's client, which retries: the lost response of a create is a conflict. */
  static LambdaUnderTest sdk() {
    FakeLambda fake = FakeLambda.builder().verifySignatures(false).start();
    return new OfFake(
        fake,
        AwsSdkLambda.asLambdaClient(
            software.amazon.awssdk.services.lambda.LambdaClient.builder()
                .endpointOverride(fake.endpoint())
                .region(fake.region())
                .credentialsProvider(fake.credentialsProvider())
                .overrideConfiguration(
                    settings ->
                        settings.retryStrategy(
                            DefaultRetryStrategy.standardStrategyBuilder()
                                .backoffStrategy(BackoffStrategy.retryImmediately())
                                .circuitBreakerEnabled(false)
                                .build()))
                .build()));
  }

  static LambdaUnderTest inMemory() {
    return new OfMemory();
  }

  /** A client over HTTP. */
  final class OfFake implements LambdaUnderTest {
    private final FakeLambda fake;
    private final LambdaClient client;

    OfFake(FakeLambda fake, LambdaClient client) {
      this.fake = fake;
      this.client = client;
    }

    @Override
    public LambdaClient client() {
      return client;
    }

    @Override
    public InstantSource clock() {
      return fake.clock();
    }

    @Override
    public Pause pause() {
      return fake.pause();
    }

    @Override
    public List<EventSourceMappingConfiguration> mappings() {
      fake.settle();
      return fake.mappings();
    }

    @Override
    public List<EventSourceMappingConfiguration> present() {
      return fake.mappings();
    }

    @Override
    public void hideFromNextList() {
      fake.eventuallyConsistent(1);
    }

    @Override
    public <R> R cutBefore(Supplier<R> call) {
      fake.nextRequest().resetConnection();
      return call.get();
    }

    @Override
    public <R> R cutAfter(Supplier<R> call) {
      fake.nextRequest().loseResponse();
      return call.get();
    }

    @Override
    public void reset() {
      fake.reset();
    }

    @Override
    public void close() {
      client.close();
      fake.close();
    }
  }

  /** A client without a server. */
  final class OfMemory implements LambdaUnderTest {
    private InMemoryLambda client = new InMemoryLambda();
    private Instant now = Instant.EPOCH;

    @Override
    public LambdaClient client() {
      return client;
    }

    @Override
    public InstantSource clock() {
      return () -> now;
    }

    @Override
    public Pause pause() {
      return this::advance;
    }

    private void advance(Duration duration) throws InterruptedException {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted");
      }
      now = now.plus(duration);
    }

    @Override
    public List<EventSourceMappingConfiguration> mappings() {
      client.settleAll();
      return client.mappings();
    }

    @Override
    public List<EventSourceMappingConfiguration> present() {
      return client.mappings();
    }

    @Override
    public void hideFromNextList() {
      client.hideFromLists(1);
    }

    @Override
    public <R> R cutBefore(Supplier<R> call) {
      throw SdkClientException.create("cut before");
    }

    @Override
    public <R> R cutAfter(Supplier<R> call) {
      throw SdkClientException.create("cut after " + call.get());
    }

    @Override
    public void reset() {
      client = new InMemoryLambda();
    }

    @Override
    public void close() {}
  }
}
