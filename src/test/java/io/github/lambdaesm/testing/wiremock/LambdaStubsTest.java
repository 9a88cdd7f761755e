package io.github.lambdaesm.testing.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static io.github.lambdaesm.testing.wiremock.LambdaErrors.accessDenied;
import static io.github.lambdaesm.testing.wiremock.LambdaErrors.conflict;
import static io.github.lambdaesm.testing.wiremock.LambdaErrors.error;
import static io.github.lambdaesm.testing.wiremock.LambdaErrors.failed;
import static io.github.lambdaesm.testing.wiremock.LambdaErrors.inUse;
import static io.github.lambdaesm.testing.wiremock.LambdaErrors.invalidParameter;
import static io.github.lambdaesm.testing.wiremock.LambdaErrors.notFound;
import static io.github.lambdaesm.testing.wiremock.LambdaErrors.throttled;
import static io.github.lambdaesm.testing.wiremock.LambdaResponses.created;
import static io.github.lambdaesm.testing.wiremock.LambdaResponses.deleted;
import static io.github.lambdaesm.testing.wiremock.LambdaResponses.done;
import static io.github.lambdaesm.testing.wiremock.LambdaResponses.found;
import static io.github.lambdaesm.testing.wiremock.LambdaResponses.noMappings;
import static io.github.lambdaesm.testing.wiremock.LambdaResponses.page;
import static io.github.lambdaesm.testing.wiremock.LambdaResponses.pageWithNextMarker;
import static io.github.lambdaesm.testing.wiremock.LambdaResponses.tags;
import static io.github.lambdaesm.testing.wiremock.LambdaResponses.updated;
import static io.github.lambdaesm.testing.wiremock.LambdaStubs.createEventSourceMapping;
import static io.github.lambdaesm.testing.wiremock.LambdaStubs.deleteEventSourceMapping;
import static io.github.lambdaesm.testing.wiremock.LambdaStubs.getEventSourceMapping;
import static io.github.lambdaesm.testing.wiremock.LambdaStubs.listEventSourceMappings;
import static io.github.lambdaesm.testing.wiremock.LambdaStubs.listTags;
import static io.github.lambdaesm.testing.wiremock.LambdaStubs.tagResource;
import static io.github.lambdaesm.testing.wiremock.LambdaStubs.untagResource;
import static io.github.lambdaesm.testing.wiremock.LambdaStubs.updateEventSourceMapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.TextNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.InvalidParameterValueException;
import io.github.lambdaesm.model.LambdaException;
import io.github.lambdaesm.model.ResourceConflictException;
import io.github.lambdaesm.model.ResourceInUseException;
import io.github.lambdaesm.model.ResourceNotFoundException;
import io.github.lambdaesm.model.ServiceException;
import io.github.lambdaesm.model.ThrottleReason;
import io.github.lambdaesm.model.TooManyRequestsException;
import io.github.lambdaesm.testing.exchange.ServiceError;
import io.github.lambdaesm.testsupport.TestCredentials;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/** Stubs each operation as a user would and checks what the client returns or throws. */
class LambdaStubsTest {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:q";
  private static final String MAPPING =
      "arn:aws:lambda:us-west-2:123456789012:event-source-mapping:u";

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(options().bindAddress("127.0.0.1").dynamicPort())
          .build();

  private final LambdaClient client =
      LambdaClient.builder()
          .region(Region.US_WEST_2)
          .credentialsProvider(TestCredentials.BASIC)
          .endpointOverride(URI.create(SERVER.baseUrl()))
          .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
          .build();

  @Test
  void explainsWhyNoStubMatched() {
    SERVER.stubFor(
        createEventSourceMapping().forFunction("expected").willReturn(created(r -> r.uuid("u"))));

    LambdaException error =
        catchThrowableOfType(
            LambdaException.class,
            () ->
                client.createEventSourceMapping(r -> r.functionName("sent").eventSourceArn(QUEUE)));

    assertThat(error)
        .hasMessageContaining("Request was not matched")
        .hasMessageContaining("$.FunctionName [equalTo] expected | sent <<<<< Body does not match");
  }

  @Test
  void explainsWhyNoStubMatchedLargeRequest() {
    String pattern = "{\"body\":{\"state\":[\"NEW\"]}}".repeat(40);
    SERVER.stubFor(
        post(urlPathMatching("/2015-03-31/event-source-mappings/?"))
            .withRequestBody(
                equalToJson(
                    "{\"FunctionName\":\"f\",\"FilterCriteria\":{\"Filters\":[{\"Pattern\":"
                        + TextNode.valueOf(pattern)
                        + "}]},\"Tags\":{\"team\":\"expected\"}}"))
            .willReturn(ok()));

    assertThatThrownBy(
            () ->
                client.createEventSourceMapping(
                    r ->
                        r.functionName("f")
                            .filterCriteria(c -> c.filters(f -> f.pattern(pattern)))
                            .tags(Map.of("team", "sent"))))
        .isInstanceOf(LambdaException.class)
        .hasMessageContaining("\"team\" : \"expected\"")
        .hasMessageContaining("\"team\" : \"sent\"");
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void stubsCreate() {
    Instant time = Instant.parse("2026-01-02T03:04:05.678Z");
    SERVER.stubFor(createEventSourceMapping().willReturn(conflict("Not this one.")));
    SERVER.stubFor(
        createEventSourceMapping()
            .forFunction("f")
            .fromSource(QUEUE)
            .willReturn(created(m -> m.uuid("u").state("Creating").lastModified(time))));

    var response = client.createEventSourceMapping(r -> r.functionName("f").eventSourceArn(QUEUE));

    assertThat(response.uuid()).isEqualTo("u");
    assertThat(response.state()).isEqualTo("Creating");
    assertThat(response.lastModified()).isEqualTo(time);
    assertThat(failureOf(() -> client.createEventSourceMapping(r -> r.functionName("f"))))
        .isInstanceOf(ResourceConflictException.class);
  }

  @Test
  void stubsGet() {
    SERVER.stubFor(getEventSourceMapping().willReturn(notFound()));
    SERVER.stubFor(
        getEventSourceMapping()
            .withUuid("a b/c")
            .willReturn(found(m -> m.uuid("a b/c").state("Enabled"))));

    assertThat(client.getEventSourceMapping(r -> r.uuid("a b/c")).state()).isEqualTo("Enabled");
    assertThat(failureOf(() -> client.getEventSourceMapping(r -> r.uuid("other"))))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void stubsList() {
    SERVER.stubFor(listEventSourceMappings().willReturn(noMappings()));
    SERVER.stubFor(
        listEventSourceMappings()
            .forFunction("f")
            .fromSource(QUEUE)
            .willReturn(pageWithNextMarker("m/2=", m -> m.uuid("u"), m -> m.uuid("v"))));
    SERVER.stubFor(listEventSourceMappings().fromMarker("m/2=").willReturn(page(m -> m.uuid("w"))));

    assertThat(
            client
                .listEventSourceMappingsPaginator(r -> r.functionName("f").eventSourceArn(QUEUE))
                .eventSourceMappings())
        .extracting(EventSourceMappingConfiguration::uuid)
        .containsExactly("u", "v", "w");
    assertThat(client.listEventSourceMappings(r -> r.functionName("g")).eventSourceMappings())
        .isEmpty();
  }

  @Test
  void stubsUpdate() {
    SERVER.stubFor(
        updateEventSourceMapping()
            .withUuid("u")
            .forFunction("g")
            .willReturn(updated(m -> m.uuid("u").state("Updating"))));

    assertThat(client.updateEventSourceMapping(r -> r.uuid("u").functionName("g")).state())
        .isEqualTo("Updating");
  }

  @Test
  void stubsDelete() {
    SERVER.stubFor(
        deleteEventSourceMapping()
            .withUuid("u")
            .willReturn(deleted(m -> m.uuid("u").state("Deleting"))));

    assertThat(client.deleteEventSourceMapping(r -> r.uuid("u")).state()).isEqualTo("Deleting");
  }

  @Test
  void stubsTagOperations() {
    SERVER.stubFor(tagResource().ofResource(MAPPING).willReturn(done()));
    SERVER.stubFor(untagResource().ofResource(MAPPING).willReturn(done()));
    SERVER.stubFor(listTags().ofResource(MAPPING).willReturn(tags(Map.of("a", "b"))));

    client.tagResource(r -> r.resource(MAPPING).tags(Map.of("a", "b")));
    client.untagResource(r -> r.resource(MAPPING).tagKeys("c"));
    assertThat(client.listTags(r -> r.resource(MAPPING)).tags()).isEqualTo(Map.of("a", "b"));
  }

  @Test
  void supportsScenariosAndPriorities() {
    SERVER.stubFor(
        getEventSourceMapping()
            .willReturn(found(m -> m.state("Creating")))
            .inScenario("life")
            .whenScenarioStateIs(STARTED)
            .willSetStateTo("made"));
    SERVER.stubFor(
        getEventSourceMapping()
            .willReturn(found(m -> m.state("Enabled")))
            .inScenario("life")
            .whenScenarioStateIs("made"));
    SERVER.stubFor(getEventSourceMapping().willReturn(notFound()).atPriority(9));

    assertThat(client.getEventSourceMapping(r -> r.uuid("u")).state()).isEqualTo("Creating");
    assertThat(client.getEventSourceMapping(r -> r.uuid("u")).state()).isEqualTo("Enabled");
  }

  @Test
  void rejectsConditionsThatOperationDoesNotHave() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> createEventSourceMapping().withUuid("u"))
        .withMessage("CreateEventSourceMapping has no UUID");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> deleteEventSourceMapping().forFunction("f"))
        .withMessage("DeleteEventSourceMapping has no FunctionName");
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        arguments(conflict("Why"), ResourceConflictException.class, 409, "Why"),
        arguments(notFound(), ResourceNotFoundException.class, 404, "does not exist"),
        arguments(inUse(), ResourceInUseException.class, 400, "because it is in use"),
        arguments(invalidParameter("Why"), InvalidParameterValueException.class, 400, "Why"),
        arguments(throttled(), TooManyRequestsException.class, 429, "Rate exceeded"),
        arguments(failed(), ServiceException.class, 500, "The service failed"),
        arguments(accessDenied(), LambdaException.class, 403, "may not"),
        arguments(
            error(new ServiceError(418, "Teapot", "Why")), LambdaException.class, 418, "Why"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void mapsErrorsToExceptions(
      ResponseDefinitionBuilder response,
      Class<? extends LambdaException> type,
      int status,
      String message) {
    SERVER.stubFor(listEventSourceMappings().willReturn(response));

    LambdaException exception = failureOf(client::listEventSourceMappings);

    assertThat(exception).isExactlyInstanceOf(type).hasMessageContaining(message);
    assertThat(exception.statusCode()).isEqualTo(status);
    assertThat(exception.requestId()).isNotEmpty();
  }

  @Test
  void returnsThrottleReasonAndRetryAfter() {
    SERVER.stubFor(
        listEventSourceMappings().willReturn(throttled().withHeader("Retry-After", "7")));

    LambdaException exception = failureOf(client::listEventSourceMappings);

    assertThat(exception)
        .isInstanceOfSatisfying(
            TooManyRequestsException.class,
            throttled -> {
              assertThat(throttled.reason()).isEqualTo(ThrottleReason.CALLER_RATE_LIMIT_EXCEEDED);
              assertThat(throttled.retryAfterSeconds()).isEqualTo("7");
              assertThat(throttled.type()).isEqualTo("User");
            });
  }

  private static LambdaException failureOf(Runnable call) {
    return catchThrowableOfType(LambdaException.class, call::run);
  }
}
