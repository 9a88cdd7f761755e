package io.github.lambdaesm.testsupport;

import io.github.lambdaesm.internal.auth.RequestSigner;
import io.github.lambdaesm.internal.call.CallExecutor;
import io.github.lambdaesm.internal.call.RequestLog;
import io.github.lambdaesm.internal.call.RetryStrategyFactory;
import io.github.lambdaesm.internal.call.Timeouts;
import io.github.lambdaesm.internal.endpoint.EndpointResolver;
import io.github.lambdaesm.internal.endpoint.EndpointSettings;
import io.github.lambdaesm.internal.http.ApacheHttpTransport;
import io.github.lambdaesm.internal.http.EagerTlsStrategy;
import io.github.lambdaesm.internal.http.HttpTransport;
import io.github.lambdaesm.internal.protocol.Operation;
import io.github.lambdaesm.internal.protocol.RequestEncoder;
import io.github.lambdaesm.internal.settings.AwsSettings;
import io.github.lambdaesm.internal.time.TimeSource;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.function.DoubleSupplier;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.regions.Region;

/** Runs calls through the pipeline, with the parts that a test chooses. */
public final class Calls implements AutoCloseable {
  public static final CreateEventSourceMappingRequest REQUEST =
      CreateEventSourceMappingRequest.builder()
          .eventSourceArn("arn:aws:sqs:us-east-1:123456789012:my-queue")
          .functionName("my-function")
          .batchSize(5)
          .build();

  private final URI endpoint;
  private HttpTransport transport;
  private TimeSource time = TimeSource.SYSTEM;
  private Clock clock = Clock.systemUTC();
  private Timeouts timeouts = Timeouts.DEFAULT;
  private DoubleSupplier random = () -> 0.5;
  private IdentityProvider<? extends AwsCredentialsIdentity> credentials = TestCredentials.BASIC;
  private ClientOverrideConfiguration configuration = ClientOverrideConfiguration.builder().build();
  private CallExecutor executor;

  private Calls(URI endpoint) {
    this.endpoint = endpoint;
  }

  public static Calls to(URI endpoint) {
    return new Calls(endpoint);
  }

  public Calls over(HttpTransport transport) {
    this.transport = transport;
    return this;
  }

  public Calls at(VirtualTime time) {
    this.time = time;
    this.clock = time;
    return this;
  }

  public Calls within(Timeouts timeouts) {
    this.timeouts = timeouts;
    return this;
  }

  public Calls random(DoubleSupplier random) {
    this.random = random;
    return this;
  }

  public Calls credentials(IdentityProvider<? extends AwsCredentialsIdentity> credentials) {
    this.credentials = credentials;
    return this;
  }

  public Calls configured(ClientOverrideConfiguration configuration) {
    this.configuration = configuration;
    return this;
  }

  public CreateEventSourceMappingResponse create() {
    return create(REQUEST);
  }

  public CreateEventSourceMappingResponse create(CreateEventSourceMappingRequest request) {
    return executor().execute(Operation.createEventSourceMapping(), request);
  }

  /** Returns the pipeline, which is built on first use. */
  public synchronized CallExecutor executor() {
    if (executor == null) {
      AwsSettings settings = AwsSettings.of(configuration, variable -> null);
      executor =
          new CallExecutor(
              new RequestEncoder(Map.of(), null),
              new EndpointResolver(
                  () -> Region.US_WEST_2, new EndpointSettings(endpoint, false, false, settings)),
              new RequestSigner(credentials, clock),
              transport == null
                  ? ApacheHttpTransport.create(name -> null, new EagerTlsStrategy())
                  : transport,
              new RetryStrategyFactory(settings, random).strategy(configuration),
              timeouts,
              time,
              RequestLog.ON);
    }
    return executor;
  }

  @Override
  public void close() {
    if (executor != null) {
      executor.close();
    }
  }
}
