package io.github.lambdaesm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.lambdaesm.model.CreateEventSourceMappingResponse;
import io.github.lambdaesm.model.DeleteEventSourceMappingResponse;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.model.LambdaResponse;
import io.github.lambdaesm.model.TagResourceResponse;
import io.github.lambdaesm.testing.FakeLambda;
import io.github.lambdaesm.testsupport.Calls;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Tests the HTTP response and the request ID that a response carries. */
class ResponseDetailsTest {
  private static final SdkHttpResponse HTTP =
      SdkHttpResponse.builder().statusCode(202).putHeader("x-amzn-RequestId", "8b1b3b0c").build();

  @Test
  void returnsHttpResponseOfEachCall() {
    try (FakeLambda fake = FakeLambda.start();
        LambdaClient client = fake.clientBuilder().build()) {
      CreateEventSourceMappingResponse created = client.createEventSourceMapping(Calls.REQUEST);
      TagResourceResponse tagged =
          client.tagResource(
              r -> r.resource(created.eventSourceMappingArn()).tags(Map.of("a", "b")));

      assertHttpResponse(fake, 0, created, 202);
      assertHttpResponse(fake, 1, tagged, 204);
    }
  }

  private static void assertHttpResponse(
      FakeLambda fake, int call, LambdaResponse response, int status) {
    assertThat(fake.requests()).hasSizeGreaterThan(call);
    assertThat(response.sdkHttpResponse().statusCode()).isEqualTo(status);
    assertThat(response.responseMetadata().requestId())
        .isEqualTo(response.sdkHttpResponse().firstMatchingHeader("x-amzn-RequestId").orElseThrow())
        .matches("[0-9a-f-]{36}");
  }

  @Test
  void returnsHttpResponseOfTheReadThatRecoveredACreate() {
    try (FakeLambda fake = FakeLambda.start()) {
      fake.nextRequest().of("CreateEventSourceMapping").loseResponse();

      assertThat(
              fake.client().createEventSourceMapping(Calls.REQUEST).sdkHttpResponse().statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void returnsHttpResponseThatATestSet() {
    DeleteEventSourceMappingResponse response =
        DeleteEventSourceMappingResponse.builder().uuid("id").sdkHttpResponse(HTTP).build();

    assertThat(response.sdkHttpResponse()).isEqualTo(HTTP);
    assertThat(response.responseMetadata().requestId()).isEqualTo("8b1b3b0c");
    assertThat(response.toBuilder().sdkHttpResponse()).isEqualTo(HTTP);
    assertThat(response.toBuilder().build().sdkHttpResponse()).isEqualTo(HTTP);
  }

  @Test
  void excludesHttpResponseFromEqualityAndJson() throws JsonProcessingException {
    GetEventSourceMappingResponse without =
        GetEventSourceMappingResponse.builder().uuid("id").build();
    GetEventSourceMappingResponse with = without.toBuilder().sdkHttpResponse(HTTP).build();

    assertThat(with).isEqualTo(without).hasSameHashCodeAs(without);
    assertThat(with.toString()).isEqualTo(without.toString());
    assertThat(new ObjectMapper().writeValueAsString(with)).isEqualTo("{\"UUID\":\"id\"}");
  }

  @Test
  void hasNoHttpResponseWithoutACall() {
    GetEventSourceMappingResponse response = GetEventSourceMappingResponse.builder().build();

    assertThat(response.sdkHttpResponse()).isNull();
    assertThat(response.responseMetadata().requestId()).isEqualTo("UNKNOWN");
  }
}
