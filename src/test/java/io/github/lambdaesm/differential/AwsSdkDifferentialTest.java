package io.github.lambdaesm.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.testsupport.CapturingServer;
import io.github.lambdaesm.testsupport.CapturingServer.Captured;
import io.github.lambdaesm.testsupport.SigV4;
import io.github.lambdaesm.testsupport.SigV4.Authorization;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse;

/** The same calls through the AWS SDK and through this library. */
class AwsSdkDifferentialTest {
  private static final OracleStructure REQUEST =
      OracleStructure.of(
          () ->
              (SdkPojo)
                  software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest
                      .builder());
  private static final OracleStructure RESPONSE =
      OracleStructure.of(() -> (SdkPojo) CreateEventSourceMappingResponse.builder());

  private final CapturingServer server = new CapturingServer();
  private final BothClients basic = BothClients.of(server, TestCredentials.BASIC);
  private final BothClients session = BothClients.of(server, TestCredentials.SESSION);

  @AfterEach
  void close() {
    basic.close();
    session.close();
    server.close();
  }

  @Test
  void requestsAreTheSame() {
    Seeds.each(
        random -> {
          StructureValue value = new RandomValues(random).structure(REQUEST);
          assertSameRequests(random.nextBoolean() ? basic : session, value);
        });
  }

  @Test
  void requestWithoutFunctionNameIsLeftToTheService() {
    assertSameRequests(basic, new StructureValue(REQUEST, Map.of()));
  }

  private void assertSameRequests(BothClients clients, StructureValue value) {
    clients
        .ours()
        .createEventSourceMapping((CreateEventSourceMappingRequest) OurModels.build(value));
    Captured ours = server.take();
    clients
        .theirs()
        .createEventSourceMapping(
            (software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest)
                OracleModels.build(value));
    Captured theirs = server.take();

    assertThat(ours.method()).isEqualTo(theirs.method());
    assertThat(ours.target()).isEqualTo(theirs.target());
    assertThat(SameJson.test(ours.body(), theirs.body()))
        .as("the same JSON?%nours:   %s%ntheirs: %s", ours.body(), theirs.body())
        .isTrue();
    for (String header : new String[] {"Content-Type", "Host", "X-Amz-Security-Token"}) {
      assertThat(ours.header(header)).as(header).isEqualTo(theirs.header(header));
    }
    assertSigned(ours);
    assertSigned(theirs);
  }

  private static void assertSigned(Captured request) {
    Authorization authorization = Authorization.of(request);
    assertThat(authorization.region()).isEqualTo("us-west-2");
    assertThat(authorization.service()).isEqualTo("lambda");
    assertThat(authorization.signature())
        .isEqualTo(SigV4.expectedSignature(request, TestCredentials.SECRET_KEY));
  }

  @Test
  void responsesAreReadTheSame() {
    Seeds.each(
        random -> {
          StructureValue value = new RandomValues(random).structure(RESPONSE);
          assertSameResponses(new RandomJson(random).write(value));
        });
  }

  private void assertSameResponses(String body) {
    server.answer(202, body);
    Object ours = basic.ours().createEventSourceMapping(request -> request.functionName("f"));
    Object theirs = basic.theirs().createEventSourceMapping(request -> request.functionName("f"));
    assertThat(StructureView.of(ours)).as(body).isEqualTo(StructureView.of(theirs));
  }
}
