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
 * What Lambda answers when all is well: the status, the headers and the JSON of the API, from the
 * members that the test sets. An answer can be changed further, as any of WireMock:
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

  /** The mapping that was created. */
  public static ResponseDefinitionBuilder created(
      Consumer<CreateEventSourceMappingResponse.Builder> mapping) {
    return json(202, CreateEventSourceMappingResponse.builder().applyMutation(mapping).build());
  }

  /** The mapping that was looked for. */
  public static ResponseDefinitionBuilder found(
      Consumer<GetEventSourceMappingResponse.Builder> mapping) {
    return json(200, GetEventSourceMappingResponse.builder().applyMutation(mapping).build());
  }

  /** The mapping as it is after an update. */
  public static ResponseDefinitionBuilder updated(
      Consumer<UpdateEventSourceMappingResponse.Builder> mapping) {
    return json(202, UpdateEventSourceMappingResponse.builder().applyMutation(mapping).build());
  }

  /** The mapping that is being deleted. */
  public static ResponseDefinitionBuilder deleted(
      Consumer<DeleteEventSourceMappingResponse.Builder> mapping) {
    return json(202, DeleteEventSourceMappingResponse.builder().applyMutation(mapping).build());
  }

  /**
   * A page of a list, after which there is no other.
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
   * A page of a list, after which there is another.
   *
   * @param nextMarker where the next page begins; see {@link LambdaStub#fromMarker}
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // List.of only reads them
  public static ResponseDefinitionBuilder pageWithNextMarker(
      String nextMarker, Consumer<EventSourceMappingConfiguration.Builder>... mappings) {
    return list(nextMarker, List.of(mappings));
  }

  /** A list with nothing in it. */
  public static ResponseDefinitionBuilder noMappings() {
    return page();
  }

  /** The tags of a mapping. */
  public static ResponseDefinitionBuilder tags(Map<String, String> tags) {
    return json(200, ListTagsResponse.builder().tags(tags).build());
  }

  /** Returns the empty answer to a call that sets or removes tags. */
  public static ResponseDefinitionBuilder done() {
    return answer(204);
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

  /** An answer with the JSON of a value. */
  static ResponseDefinitionBuilder json(int status, Object body) {
    try {
      return answer(status)
          .withHeader("Content-Type", "application/json")
          .withBody(JSON.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a model is always JSON", e);
    }
  }

  private static ResponseDefinitionBuilder answer(int status) {
    return WireMock.aResponse()
        .withStatus(status)
        .withHeader("x-amzn-RequestId", "00000000-0000-0000-0000-000000000000");
  }
}
