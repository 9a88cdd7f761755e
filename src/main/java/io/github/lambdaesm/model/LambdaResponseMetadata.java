package io.github.lambdaesm.model;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsResponseMetadata;
import software.amazon.awssdk.awscore.util.AwsHeader;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Holds the metadata of a response. */
public final class LambdaResponseMetadata extends AwsResponseMetadata {
  private LambdaResponseMetadata(Map<String, String> metadata) {
    super(metadata);
  }

  static LambdaResponseMetadata of(@Nullable SdkHttpResponse response) {
    return new LambdaResponseMetadata(
        requestId(response).map(id -> Map.of(AwsHeader.AWS_REQUEST_ID, id)).orElse(Map.of()));
  }

  private static Optional<String> requestId(@Nullable SdkHttpResponse response) {
    return response == null
        ? Optional.empty()
        : response
            .firstMatchingHeader("x-amzn-RequestId")
            .or(() -> response.firstMatchingHeader("x-amz-request-id"));
  }

  /** Returns the request ID, which AWS Support asks for, or {@code UNKNOWN} if there is none. */
  @Override
  public String requestId() {
    return super.requestId();
  }
}
