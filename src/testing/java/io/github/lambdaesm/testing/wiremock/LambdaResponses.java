package io.github.lambdaesm.testing.wiremock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.DeleteEventSourceMappingResponse;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.ListEventSourceMappingsResponse;
import io.github.lambdaesm.model.ListTagsResponse;
import io.github.lambdaesm.model.UpdateEventSourceMappingResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Creates successful responses with Lambda's status and headers, and with the members that the test
 * sets as JSON. Each is a WireMock {@link ResponseDefinitionBuilder} that you can change further:
 *
 * <pre>{@code
 * found(mapping -> mapping.uuid("u").state("Enabled")).withFixedDelay(200)
 * }</pre>
 *
 * @see LambdaStubs
 */
public final class LambdaResponses {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LambdaResponses() {}

  /** Returns the response to {@code CreateEventSourceMapping}. */
  public static ResponseDefinitionBuilder created(
      Consumer<CreateEventSourceMappingResponse.Builder> mapping) {
    return json(202, CreateEventSourceMappingResponse.builder().applyMutation(mapping).build());
  }

  /** Returns the response to {@code GetEventSourceMapping}. */
  public static ResponseDefinitionBuilder found(
      Consumer<GetEventSourceMappingResponse.Builder> mapping) {
    return json(200, GetEventSourceMappingResponse.builder().applyMutation(mapping).build());
  }

  /** Returns the response to {@code UpdateEventSourceMapping}. */
  public static ResponseDefinitionBuilder updated(
      Consumer<UpdateEventSourceMappingResponse.Builder> mapping) {
    return json(202, UpdateEventSourceMappingResponse.builder().applyMutation(mapping).build());
  }

  /** Returns the response to {@code DeleteEventSourceMapping}. */
  public static ResponseDefinitionBuilder deleted(
      Consumer<DeleteEventSourceMappingResponse.Builder> mapping) {
    return json(202, DeleteEventSourceMappingResponse.builder().applyMutation(mapping).build());
  }

  /**
   * Returns the last page, or the only one, of {@code ListEventSourceMappings}.
   *
   * <pre>{@code
   * page(mapping -> mapping.uuid("u"), mapping -> mapping.uuid("v"))
   * }</pre>
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // List.of only reads them
  public static ResponseDefinitionBuilder page(
      Consumer<EventSourceMappingConfiguration.Builder>... mappings) {
    return list(null, List.of(mappings));
  }

  /**
   * Returns a page of {@code ListEventSourceMappings} that is followed by another page.
   *
   * @param nextMarker the marker of the next page; see {@link LambdaStub#fromMarker}
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // List.of only reads them
  public static ResponseDefinitionBuilder pageWithNextMarker(
      String nextMarker, Consumer<EventSourceMappingConfiguration.Builder>... mappings) {
    return list(nextMarker, List.of(mappings));
  }

  /** Returns an empty list of mappings. */
  public static ResponseDefinitionBuilder noMappings() {
    return page();
  }

  /** Returns the response to {@code ListTags}. */
  public static ResponseDefinitionBuilder tags(Map<String, String> tags) {
    return json(200, ListTagsResponse.builder().tags(tags).build());
  }

  /** Returns the empty response to {@code TagResource} or {@code UntagResource}. */
  public static ResponseDefinitionBuilder done() {
    return response(204);
  }

  private static ResponseDefinitionBuilder list(
      @Nullable String nextMarker,
      List<Consumer<EventSourceMappingConfiguration.Builder>> mappings) {
    return json(
        200,
        ListEventSourceMappingsResponse.builder()
            .nextMarker(nextMarker)
            .eventSourceMappings(
                mappings.stream()
                    .map(each -> EventSourceMappingConfiguration.builder().applyMutation(each))
                    .map(EventSourceMappingConfiguration.Builder::build)
                    .toList())
            .build());
  }

  /** Returns a response with the given value as JSON. */
  static ResponseDefinitionBuilder json(int status, Object body) {
    try {
      return response(status)
          .withHeader("Content-Type", "application/json")
          .withBody(JSON.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the model cannot be written as JSON", e);
    }
  }

  private static ResponseDefinitionBuilder response(int status) {
    return WireMock.aResponse()
        .withStatus(status)
        .withHeader("x-amzn-RequestId", "00000000-0000-0000-0000-000000000000");
  }
}
