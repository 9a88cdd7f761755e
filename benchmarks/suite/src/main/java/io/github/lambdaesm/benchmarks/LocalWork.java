package io.github.lambdaesm.benchmarks;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.awssdk.AwsSdkLambda;
import io.github.lambdaesm.filter.FilterTester;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSource;
import io.github.lambdaesm.model.GetEventSourceMappingRequest;
import io.github.lambdaesm.model.GetEventSourceMappingResponse;
import io.github.lambdaesm.validation.MappingRules;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import software.amazon.awssdk.regions.Region;

/** Measures work that needs no service: clients whose calls return a prepared response. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LocalWork {
  private static final String UUID = "14e0db71-5d35-4eb5-b481-8945cf9d10c2";

  private final GetEventSourceMappingResponse mapping =
      GetEventSourceMappingResponse.builder()
          .uuid(UUID)
          .functionArn("arn:aws:lambda:us-west-2:123456789012:function:" + Payloads.FUNCTION)
          .eventSourceArn(Payloads.QUEUE)
          .batchSize(10)
          .maximumBatchingWindowInSeconds(0)
          .state("Enabled")
          .stateTransitionReason("USER_INITIATED")
          .build();
  private final GetEventSourceMappingRequest get =
      GetEventSourceMappingRequest.builder().uuid(UUID).build();
  private final software.amazon.awssdk.services.lambda.model.GetEventSourceMappingRequest sdkGet =
      AwsSdkLambda.toSdk(get);
  private final LambdaClient lambda = new PreparedClient(mapping);
  private final software.amazon.awssdk.services.lambda.LambdaClient combined =
      AwsSdkLambda.combine(lambda, new PreparedSdkClient(AwsSdkLambda.toSdk(mapping)));
  private final LambdaClient wrapped =
      AwsSdkLambda.asLambdaClient(new PreparedSdkClient(AwsSdkLambda.toSdk(mapping)));

  private final CreateEventSourceMappingRequest create =
      CreateEventSourceMappingRequest.builder()
          .functionName(Payloads.FUNCTION)
          .eventSourceArn(Payloads.QUEUE)
          .batchSize(5)
          .build();
  private final MappingRules rules = MappingRules.standard().in(Region.US_WEST_2);
  private final FilterTester filters =
      FilterTester.forSource(EventSource.SQS)
          .patterns(
              "{\"body\":{\"state\":[\"PAID\"]}}",
              "{\"body\":{\"state\":[\"NEW\"],\"total\":[{\"numeric\":[\">\",1000]}]}}",
              "{\"body\":{\"customer\":{\"type\":[{\"prefix\":\"gold\"}]}}}",
              "{\"body\":{\"items\":{\"sku\":[{\"exists\":true}]}}}",
              "{\"body\":{\"state\":[\"NEW\"],\"total\":[{\"numeric\":[\">\",100]}]}}");

  /** Matches only the last of the five patterns. */
  private final String record =
      "{\"messageId\":\"1\",\"eventSource\":\"aws:sqs\",\"attributes\":{},\"messageAttributes\":{},"
          + "\"body\":\"{\\\"state\\\":\\\"NEW\\\",\\\"total\\\":250,"
          + "\\\"customer\\\":{\\\"type\\\":\\\"silver\\\"}}\"}";

  /** Gets a mapping through a combined client. */
  @Benchmark
  public Object getCombined() {
    return combined.getEventSourceMapping(sdkGet);
  }

  /** Gets a mapping through a wrapped client of the AWS SDK. */
  @Benchmark
  public Object getWrapped() {
    return wrapped.getEventSourceMapping(get);
  }

  /** Checks a right create with three members, as a client does before it sends one. */
  @Benchmark
  public Object checkCreate() {
    return rules.check(create);
  }

  /** Tries five filters on a message. */
  @Benchmark
  public Object testRecord() {
    return filters.test(record);
  }

  private record PreparedClient(GetEventSourceMappingResponse mapping) implements LambdaClient {
    @Override
    public GetEventSourceMappingResponse getEventSourceMapping(
        GetEventSourceMappingRequest request) {
      return mapping;
    }

    @Override
    public String serviceName() {
      return "lambda";
    }

    @Override
    public void close() {}
  }

  private record PreparedSdkClient(
      software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse mapping)
      implements software.amazon.awssdk.services.lambda.LambdaClient {
    @Override
    public software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse
        getEventSourceMapping(
            software.amazon.awssdk.services.lambda.model.GetEventSourceMappingRequest request) {
      return mapping;
    }

    @Override
    public String serviceName() {
      return "lambda";
    }

    @Override
    public void close() {}
  }
}
