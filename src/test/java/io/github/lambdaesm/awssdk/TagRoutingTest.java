package io.github.lambdaesm.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.model.ListTagsRequest;
import io.github.lambdaesm.model.ListTagsResponse;
import io.github.lambdaesm.model.TagResourceRequest;
import io.github.lambdaesm.model.TagResourceResponse;
import io.github.lambdaesm.model.UntagResourceRequest;
import io.github.lambdaesm.model.UntagResourceResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks which part of a combined client tags a resource. */
class TagRoutingTest {
  private final List<String> calls = new ArrayList<>();
  private final software.amazon.awssdk.services.lambda.LambdaClient combined =
      AwsSdkLambda.combine(new Mappings(calls), new Others(calls));

  /** The operations that tag Lambda's resources. */
  enum Operation {
    TAG {
      @Override
      void call(software.amazon.awssdk.services.lambda.LambdaClient lambda, String resource) {
        lambda.tagResource(request -> request.resource(resource).tags(Map.of("k", "v")));
      }

      @Override
      void callWithNull(software.amazon.awssdk.services.lambda.LambdaClient lambda) {
        lambda.tagResource((software.amazon.awssdk.services.lambda.model.TagResourceRequest) null);
      }
    },
    UNTAG {
      @Override
      void call(software.amazon.awssdk.services.lambda.LambdaClient lambda, String resource) {
        lambda.untagResource(request -> request.resource(resource).tagKeys("k"));
      }

      @Override
      void callWithNull(software.amazon.awssdk.services.lambda.LambdaClient lambda) {
        lambda.untagResource(
            (software.amazon.awssdk.services.lambda.model.UntagResourceRequest) null);
      }
    },
    LIST {
      @Override
      void call(software.amazon.awssdk.services.lambda.LambdaClient lambda, String resource) {
        lambda.listTags(request -> request.resource(resource));
      }

      @Override
      void callWithNull(software.amazon.awssdk.services.lambda.LambdaClient lambda) {
        lambda.listTags((software.amazon.awssdk.services.lambda.model.ListTagsRequest) null);
      }
    };

    abstract void call(software.amazon.awssdk.services.lambda.LambdaClient lambda, String resource);

    abstract void callWithNull(software.amazon.awssdk.services.lambda.LambdaClient lambda);
  }

  @ParameterizedTest
  @EnumSource
  void tagsMappingsOfEveryPartitionWithThisClient(Operation operation) {
    for (String partition : List.of("aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-eusc")) {
      String arn = "arn:" + partition + ":lambda:us-east-1:123456789012:event-source-mapping:u";
      calls.clear();

      operation.call(combined, arn);

      assertThat(calls).containsExactly("mappings " + operation + " " + arn);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tagsOtherResourcesWithTheOtherClient(Operation operation) {
    for (String resource :
        List.of(
            "arn:aws:lambda:us-east-1:123456789012:function:f",
            "arn:aws:lambda:us-east-1:123456789012:function:event-source-mapping:1",
            "arn:aws:lambda:us-east-1:123456789012:event-source-mapping",
            "arn:aws:sqs:us-east-1:123456789012:event-source-mapping:u",
            "f",
            "")) {
      calls.clear();

      operation.call(combined, resource);

      assertThat(calls).containsExactly("others " + operation + " " + resource);
    }
  }

  @ParameterizedTest
  @EnumSource
  void passesNullArnToTheOtherClient(Operation operation) {
    operation.call(combined, null);

    assertThat(calls).containsExactly("others " + operation + " null");
  }

  @ParameterizedTest
  @EnumSource
  void passesNullRequestToTheOtherClient(Operation operation) {
    operation.callWithNull(combined);

    assertThat(calls).containsExactly("others " + operation + " without request");
  }

  /** Stands for this library's client, and remembers its calls. */
  private record Mappings(List<String> calls) implements LambdaClient {
    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
      calls.add("mappings TAG " + request.resource());
      return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
      calls.add("mappings UNTAG " + request.resource());
      return UntagResourceResponse.builder().build();
    }

    @Override
    public ListTagsResponse listTags(ListTagsRequest request) {
      calls.add("mappings LIST " + request.resource());
      return ListTagsResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "mappings";
    }

    @Override
    public void close() {}
  }

  /** Stands for the AWS SDK's client, and remembers its calls. */
  private record Others(List<String> calls)
      implements software.amazon.awssdk.services.lambda.LambdaClient {
    @Override
    public software.amazon.awssdk.services.lambda.model.TagResourceResponse tagResource(
        software.amazon.awssdk.services.lambda.model.TagResourceRequest request) {
      calls.add("others TAG " + (request == null ? "without request" : request.resource()));
      return software.amazon.awssdk.services.lambda.model.TagResourceResponse.builder().build();
    }

    @Override
    public software.amazon.awssdk.services.lambda.model.UntagResourceResponse untagResource(
        software.amazon.awssdk.services.lambda.model.UntagResourceRequest request) {
      calls.add("others UNTAG " + (request == null ? "without request" : request.resource()));
      return software.amazon.awssdk.services.lambda.model.UntagResourceResponse.builder().build();
    }

    @Override
    public software.amazon.awssdk.services.lambda.model.ListTagsResponse listTags(
        software.amazon.awssdk.services.lambda.model.ListTagsRequest request) {
      calls.add("others LIST " + (request == null ? "without request" : request.resource()));
      return software.amazon.awssdk.services.lambda.model.ListTagsResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "others";
    }

    @Override
    public void close() {}
  }
}
