package io.github.lambdaesm.internal.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.lambdaesm.internal.http.HttpResponse;
import io.github.lambdaesm.internal.http.HttpTransport;
import io.github.lambdaesm.internal.protocol.BoundedParser.TooManyValuesException;
import io.github.lambdaesm.internal.shape.JsonMismatchException;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.internal.shape.WireJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Decodes the body of a successful response. */
public final class ResponseDecoder {
  private ResponseDecoder() {}

  /**
   * Decodes the body of a response with a 2xx status.
   *
   * @param host the host that sent the response, for messages
   * @throws SdkClientException if the body is not the operation's JSON
   */
  public static <O> O decode(Operation<?, O> operation, String host, HttpResponse response) {
    if (operation.output().isEmpty() && response.body().length == 0) {
      return operation.output().empty(httpResponse(response));
    }
    if (response.body().length == 0) {
      throw unexpectedBody(host, response, "it is empty");
    }
    try (JsonParser parser = new BoundedParser(WireJson.FACTORY.createParser(response.body()))) {
      return decode(operation.output(), parser, httpResponse(response));
    } catch (TooManyValuesException e) {
      throw unexpectedBody(
          host, response, "it has more than " + BoundedParser.MAX_VALUES + " values");
    } catch (JsonMismatchException e) {
      throw unexpectedBody(host, response, e.getOriginalMessage() + location(e));
    } catch (JsonProcessingException e) {
      // Omits Jackson's message, because it quotes the body, which may contain anything.
      throw unexpectedBody(host, response, "it is not valid JSON" + location(e));
    } catch (IOException e) {
      throw unexpectedBody(host, response, String.valueOf(e.getMessage()));
    }
  }

  /** Returns a supplier that retains neither the body nor the connection. */
  private static Supplier<SdkHttpResponse> httpResponse(HttpResponse response) {
    int status = response.status();
    Supplier<Map<String, List<String>>> headers = response.headerSupplier();
    return () -> SdkHttpResponse.builder().statusCode(status).headers(headers.get()).build();
  }

  private static <O> O decode(Shape<O> shape, JsonParser parser, Supplier<SdkHttpResponse> response)
      throws IOException {
    parser.nextToken();
    O value = shape.read(parser, response);
    if (parser.nextToken() != null) {
      throw JsonMismatchException.trailing(parser);
    }
    return value;
  }

  private static String location(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " (line %d, column %d)"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static SdkClientException unexpectedBody(
      String host, HttpResponse response, String problem) {
    return SdkClientException.create(
        response.redact(
            "HTTP %d from %s, but the body is not the JSON expected: %s%s (Request ID: %s)."
                    .formatted(
                        response.status(),
                        host,
                        problem,
                        BodyExcerpt.describe(response),
                        Objects.requireNonNullElse(response.requestId(), "unknown"))
                + HttpTransport.MAY_HAVE_TAKEN_EFFECT));
  }
}
