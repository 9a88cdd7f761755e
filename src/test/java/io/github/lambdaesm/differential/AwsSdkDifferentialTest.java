package io.github.lambdaesm.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.testing.signature.SignatureCheck;
import io.github.lambdaesm.testsupport.CapturingServer;
import io.github.lambdaesm.testsupport.CapturingServer.Captured;
import io.github.lambdaesm.testsupport.SameJson;
import io.github.lambdaesm.testsupport.Signatures;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Makes the same random calls through the AWS SDK and this library, and compares them. */
class AwsSdkDifferentialTest {
  private final CapturingServer server = new CapturingServer();
  private final BothClients basic = BothClients.of(server, TestCredentials.BASIC);
  private final BothClients session = BothClients.of(server, TestCredentials.SESSION);

  @AfterEach
  void close() {
    basic.close();
    session.close();
    server.close();
  }

  static List<Call> calls() {
    return Call.ALL;
  }

  @ParameterizedTest
  @MethodSource("calls")
  void sendsSameRequests(Call call) {
    setResponse(call, "{}");
    OracleStructure request = call.request();
    Seeds.each(
        random -> {
          StructureValue value = new RandomValues(random).structure(request);
          assertSameRequests(call, random.nextBoolean() ? basic : session, value);
        });
  }

  @Test
  void sendsRequestWithoutFunctionName() {
    Call create = Call.ALL.get(0);
    assertSameRequests(create, basic, new StructureValue(create.request(), Map.of()));
  }

  private void setResponse(Call call, String body) {
    server.respondWith(call.status(), call.status() == 204 ? "" : body);
  }

  private void assertSameRequests(Call call, BothClients clients, StructureValue value) {
    call.on(clients.ours(), OurModels.build(value));
    Captured ours = server.take();
    call.on(clients.theirs(), OracleModels.build(value));
    Captured theirs = server.take();

    assertThat(ours.method()).isEqualTo(theirs.method());
    assertThat(ours.target()).isEqualTo(theirs.target());
    assertThat(ours.body().equals(theirs.body()) || SameJson.areEqual(ours.body(), theirs.body()))
        .as("the same JSON?%nours:   %s%ntheirs: %s", ours.body(), theirs.body())
        .isTrue();
    for (String header : new String[] {"Content-Type", "Host", "X-Amz-Security-Token"}) {
      assertThat(ours.header(header)).as(header).isEqualTo(theirs.header(header));
    }
    SignatureCheck check = clients.equals(basic) ? Signatures.BASIC : Signatures.SESSION;
    Signatures.assertSigned(ours, check.inRegion("us-west-2"));
    Signatures.assertSigned(theirs, check.inRegion("us-west-2"));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void readsSameResponses(Call call) {
    OracleStructure response = call.response();
    StructureValue request = new RandomValues(new SplittableRandom(1)).structure(call.request());
    Object ourRequest = OurModels.build(request);
    Object theirRequest = OracleModels.build(request);
    Seeds.each(
        random -> {
          String body = new RandomJson(random).write(new RandomValues(random).structure(response));
          setResponse(call, body);
          Object ours = call.on(basic.ours(), ourRequest);
          Object theirs = call.on(basic.theirs(), theirRequest);
          assertThat(StructureView.of(ours)).as(body).isEqualTo(StructureView.of(theirs));
        });
  }
}
