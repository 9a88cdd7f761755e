package io.github.lambdaesm.mappings;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.LambdaResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Lets a client answer the lists and updates of others that speak HTTP, without a connection. */
record ClientBackedHttp(LambdaClient client) implements SdkHttpClient {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        byte[] body = MAPPER.writeValueAsBytes(answer(request.httpRequest()));
        return HttpExecuteResponse.builder()
            .response(
                SdkHttpFullResponse.builder()
                    .statusCode(200)
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Content-Length", String.valueOf(body.length))
                    .build())
            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
            .build();
      }

      @Override
      public void abort() {}
    };
  }

  private LambdaResponse answer(SdkHttpRequest request) {
    String path = request.encodedPath();
    if (request.method() == SdkHttpMethod.GET && path.matches(".*/event-source-mappings/?")) {
      return client.listEventSourceMappings(
          list ->
              list.functionName(parameter(request, "FunctionName"))
                  .eventSourceArn(parameter(request, "EventSourceArn"))
                  .marker(parameter(request, "Marker")));
    }
    if (request.method() == SdkHttpMethod.PUT) {
      String uuid = path.substring(path.lastIndexOf('/') + 1);
      return client.updateEventSourceMapping(update -> update.uuid(uuid));
    }
    throw new UnsupportedOperationException(request.method() + " " + path);
  }

  private static String parameter(SdkHttpRequest request, String name) {
    List<String> values = request.rawQueryParameters().get(name);
    return values == null ? null : values.get(0);
  }

  @Override
  public void close() {}
}
