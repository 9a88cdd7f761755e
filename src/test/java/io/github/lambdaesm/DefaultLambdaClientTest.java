package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.internal.endpoint.EndpointResolver;
import io.github.lambdaesm.internal.endpoint.EndpointSettings;
import io.github.lambdaesm.internal.http.HttpResponse;
import io.github.lambdaesm.internal.http.HttpTransport;
import io.github.lambdaesm.internal.http.RequestBody;
import io.github.lambdaesm.internal.settings.AwsSettings;
import io.github.lambdaesm.internal.time.Deadline;
import io.github.lambdaesm.testsupport.Calls;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;

class DefaultLambdaClientTest {

  @Test
  void closesEverythingEvenIfTransportThrows() {
    AtomicInteger closed = new AtomicInteger();
    LambdaClient client =
        new DefaultLambdaClient(
            Calls.to(URI.create("http://localhost:1")).over(new ThrowingTransport()).executor(),
            null,
            new ClientSettings(
                null, null, null, null, null, null, null, null, null, false, false, null),
            new EndpointResolver(
                () -> Region.US_EAST_1,
                new EndpointSettings(null, null, null, new AwsSettings(name -> null, null, null))),
            () -> LambdaServiceClientConfiguration.builder().build(),
            closed::incrementAndGet);

    assertThatThrownBy(client::close).isInstanceOf(IllegalStateException.class).hasMessage("broke");
    assertThat(closed).hasValue(1);
    assertThatThrownBy(() -> client.createEventSourceMapping(Calls.REQUEST))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("this client is closed");
  }

  private static final class ThrowingTransport implements HttpTransport {
    @Override
    public HttpResponse send(SdkHttpRequest request, RequestBody body, Deadline deadline) {
      throw new AssertionError("nothing is sent");
    }

    @Override
    public void close() {
      throw new IllegalStateException("broke");
    }
  }
}
