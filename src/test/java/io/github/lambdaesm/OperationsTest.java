package io.github.lambdaesm;

import static io.github.lambdaesm.testsupport.Signatures.assertSigned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.lambdaesm.model.ResourceInUseException;
import io.github.lambdaesm.testsupport.CapturingServer;
import io.github.lambdaesm.testsupport.CapturingServer.Captured;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;

/** Checks the exact request of every operation and the response that it returns. */
class OperationsTest {
  private static final String ID = "a1b2c3d4-5678-90ab-cdef-11111EXAMPLE";
  private static final String ARN =
      "arn:aws:lambda:us-west-2:123456789012:event-source-mapping:" + ID;
  private static final String ARN_IN_PATH =
      "arn%3Aaws%3Alambda%3Aus-west-2%3A123456789012%3Aevent-source-mapping%3A" + ID;
  private static final String MAPPINGS = "/2015-03-31/event-source-mappings";
  private static final String TAGS = "/2017-03-31/tags/";

  private final CapturingServer server = new CapturingServer();
  private final LambdaClient client =
      LambdaClient.builder()
          .region(Region.US_WEST_2)
          .credentialsProvider(TestCredentials.BASIC)
          .endpointOverride(server.uri())
          .build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  static Stream<Arguments> requests() {
    return Stream.of(
        call(c -> c.getEventSourceMapping(r -> r.uuid(ID)), "GET", MAPPINGS + "/" + ID, ""),
        call(LambdaClient::listEventSourceMappings, "GET", MAPPINGS, ""),
        call(c -> c.listEventSourceMappings(r -> {}), "GET", MAPPINGS, ""),
        call(
            c ->
                c.listEventSourceMappings(
                    r ->
                        r.eventSourceArn("arn:aws:sqs:us-east-1:1:q")
                            .functionName("f:live")
                            .marker("a+b/c=&d e")
                            .maxItems(10)),
            "GET",
            MAPPINGS
                + "?EventSourceArn=arn%3Aaws%3Asqs%3Aus-east-1%3A1%3Aq&FunctionName=f%3Alive"
                + "&Marker=a%2Bb%2Fc%3D%26d%20e&MaxItems=10",
            ""),
        call(c -> c.updateEventSourceMapping(r -> r.uuid(ID)), "PUT", MAPPINGS + "/" + ID, "{}"),
        call(
            c ->
                c.updateEventSourceMapping(
                    r ->
                        r.uuid(ID)
                            .functionName("f")
                            .enabled(false)
                            .batchSize(7)
                            .kmsKeyArn("")
                            .filterCriteria(f -> {})
                            .functionResponseTypesWithStrings()),
            "PUT",
            MAPPINGS + "/" + ID,
            "{\"BatchSize\":7,\"FunctionResponseTypes\":[],\"FilterCriteria\":{},"
                + "\"KMSKeyArn\":\"\",\"FunctionName\":\"f\",\"Enabled\":false}"),
        call(c -> c.deleteEventSourceMapping(r -> r.uuid(ID)), "DELETE", MAPPINGS + "/" + ID, ""),
        call(
            c -> c.tagResource(r -> r.resource(ARN).tags(Map.of("team", "payments"))),
            "POST",
            TAGS + ARN_IN_PATH,
            "{\"Tags\":{\"team\":\"payments\"}}"),
        call(
            c -> c.untagResource(r -> r.resource(ARN).tagKeys("a b", "c&d")),
            "DELETE",
            TAGS + ARN_IN_PATH + "?tagKeys=a%20b&tagKeys=c%26d",
            ""),
        call(c -> c.listTags(r -> r.resource(ARN)), "GET", TAGS + ARN_IN_PATH, ""));
  }

  private static Arguments call(
      Consumer<LambdaClient> call, String method, String target, String body) {
    return arguments(call, method, target, body);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void sendsExactRequest(Consumer<LambdaClient> call, String method, String target, String body) {
    call.accept(client);

    Captured request = server.take();
    assertThat(request.method()).isEqualTo(method);
    assertThat(request.target()).isEqualTo(target);
    assertThat(request.body()).isEqualTo(body);
    assertThat(request.header("Content-Type"))
        .isEqualTo(body.isEmpty() ? null : "application/json");
    assertSigned(request);
  }

  static Stream<Arguments> unusualIds() {
    return Stream.of(
        arguments("..", "%2E%2E"),
        arguments(".", "%2E"),
        arguments("...", "%2E%2E%2E"),
        arguments("../x", "..%2Fx"),
        arguments("a/b", "a%2Fb"),
        arguments("a?b=c#d", "a%3Fb%3Dc%23d"),
        arguments("a\r\nHost: evil", "a%0D%0AHost%3A%20evil"),
        arguments("é€😀", "%C3%A9%E2%82%AC%F0%9F%98%80"),
        arguments("%2e", "%252e"),
        arguments(" ", "%20"),
        arguments("{UUID}$1\\", "%7BUUID%7D%241%5C"));
  }

  @ParameterizedTest
  @MethodSource("unusualIds")
  void encodesIdAsOnePathSegment(String id, String segment) {
    client.getEventSourceMapping(r -> r.uuid(id));

    Captured request = server.take();
    assertThat(request.target()).isEqualTo(MAPPINGS + "/" + segment);
    assertSigned(request);
  }

  static Stream<Arguments> callsWithPathMember() {
    return Stream.of(
        callWithPathMember("UUID", c -> id -> c.getEventSourceMapping(r -> r.uuid(id))),
        callWithPathMember("UUID", c -> id -> c.updateEventSourceMapping(r -> r.uuid(id))),
        callWithPathMember("UUID", c -> id -> c.deleteEventSourceMapping(r -> r.uuid(id))),
        callWithPathMember("Resource", c -> arn -> c.tagResource(r -> r.resource(arn))),
        callWithPathMember("Resource", c -> arn -> c.untagResource(r -> r.resource(arn))),
        callWithPathMember("Resource", c -> arn -> c.listTags(r -> r.resource(arn))));
  }

  private static Arguments callWithPathMember(
      String member, Function<LambdaClient, Consumer<String>> call) {
    return arguments(member, call);
  }

  @ParameterizedTest
  @MethodSource("callsWithPathMember")
  void sendsNothingWithoutPathMember(String member, Function<LambdaClient, Consumer<String>> call) {
    assertThatThrownBy(() -> call.apply(client).accept(null))
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining(member + " of the request is missing");
    assertThatThrownBy(() -> call.apply(client).accept(""))
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining(member + " of the request is empty");
    assertThat(server.isEmpty()).isTrue();
  }

  @Test
  void returnsResponseOfEachOperation() {
    String mapping = "{\"UUID\":\"" + ID + "\",\"State\":\"Enabled\"}";
    server.respondWith(200, mapping);
    assertThat(client.getEventSourceMapping(r -> r.uuid(ID)).state()).isEqualTo("Enabled");
    server.respondWith(202, mapping);
    assertThat(client.updateEventSourceMapping(r -> r.uuid(ID)).uuid()).isEqualTo(ID);
    assertThat(client.deleteEventSourceMapping(r -> r.uuid(ID)).uuid()).isEqualTo(ID);
    server.respondWith(200, "{\"NextMarker\":\"m\",\"EventSourceMappings\":[" + mapping + "]}");
    assertThat(client.listEventSourceMappings().nextMarker()).isEqualTo("m");
    assertThat(client.listEventSourceMappings().eventSourceMappings())
        .singleElement()
        .satisfies(each -> assertThat(each.uuid()).isEqualTo(ID));
    server.respondWith(200, "{\"Tags\":{\"a\":\"b\"}}");
    assertThat(client.listTags(r -> r.resource(ARN)).tags()).isEqualTo(Map.of("a", "b"));
    server.respondWith(204, "");
    assertThat(client.tagResource(r -> r.resource(ARN))).isNotNull();
    assertThat(client.untagResource(r -> r.resource(ARN))).isNotNull();
  }

  @Test
  void doesNotRetryWhenMappingIsInUse() {
    server.respondWith(
        400,
        "{\"Type\":\"User\",\"Message\":\"Cannot delete the event source mapping because it is in use.\"}",
        Map.of("x-amzn-ErrorType", "ResourceInUseException"));

    assertThatThrownBy(() -> client.deleteEventSourceMapping(r -> r.uuid(ID)))
        .isInstanceOf(ResourceInUseException.class)
        .hasMessageContaining("because it is in use")
        .hasMessageContaining("SDK Attempt Count: 1");
  }
}
