package io.github.lambdaesm.awssdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.testing.FakeLambda;
import io.github.lambdaesm.testing.exchange.ReceivedRequest;
import io.github.lambdaesm.testsupport.CapturedLog;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.metrics.LoggingMetricPublisher;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaServiceClientConfiguration;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.Filter;
import software.amazon.awssdk.services.lambda.model.FilterCriteria;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsResponse;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.paginators.ListFunctionsIterable;
import software.amazon.awssdk.services.lambda.waiters.LambdaWaiter;

class AwsSdkLambdaTest {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:orders";

  private static final FilterCriteria FILTERS =
      FilterCriteria.builder().filters(Filter.builder().pattern("{}").build()).build();

  private final FakeLambda fake = FakeLambda.start();
  private final Others others = new Others();

  @AfterEach
  void close() {
    fake.close();
  }

  /** How a combined client is created. */
  enum Combination {
    SUBCLASS {
      @Override
      software.amazon.awssdk.services.lambda.LambdaClient of(LambdaClient mappings, Others others) {
        return AwsSdkLambda.combine(mappings, others);
      }
    },
    PROXY {
      @Override
      software.amazon.awssdk.services.lambda.LambdaClient of(LambdaClient mappings, Others others) {
        return CombinedClients.proxy(new MappingOperations(mappings, others), others);
      }
    };

    abstract software.amazon.awssdk.services.lambda.LambdaClient of(
        LambdaClient mappings, Others others);
  }

  /** Stands for the AWS SDK's client, and remembers its calls. */
  private static class Others implements software.amazon.awssdk.services.lambda.LambdaClient {
    final List<String> calls = new ArrayList<>();

    @Override
    public InvokeResponse invoke(InvokeRequest request) {
      calls.add("invoke " + request.functionName());
      return InvokeResponse.builder().statusCode(200).build();
    }

    @Override
    public ListFunctionsResponse listFunctions(ListFunctionsRequest request) {
      calls.add("listFunctions");
      throw ResourceNotFoundException.builder().message("from the others").build();
    }

    @Override
    public LambdaWaiter waiter() {
      calls.add("waiter");
      return LambdaWaiter.builder().client(this).build();
    }

    @Override
    public LambdaServiceClientConfiguration serviceClientConfiguration() {
      return LambdaServiceClientConfiguration.builder().region(Region.US_EAST_1).build();
    }

    @Override
    public String serviceName() {
      return "others";
    }

    @Override
    public void close() {
      calls.add("close");
    }
  }

  @ParameterizedTest
  @EnumSource
  void managesMappingsWithThisClient(Combination combination) {
    var lambda = combination.of(fake.client(), others);

    CreateEventSourceMappingResponse created =
        lambda.createEventSourceMapping(
            request -> request.functionName("f").eventSourceArn(QUEUE).filterCriteria(FILTERS));
    fake.settle();
    lambda.updateEventSourceMapping(request -> request.uuid(created.uuid()).batchSize(7));
    fake.settle();
    GetEventSourceMappingResponse got =
        lambda.getEventSourceMapping(request -> request.uuid(created.uuid()));
    ListEventSourceMappingsResponse list = lambda.listEventSourceMappings();
    long items = lambda.listEventSourceMappingsPaginator().eventSourceMappings().stream().count();
    lambda.deleteEventSourceMapping(request -> request.uuid(created.uuid()));

    assertThat(got.batchSize()).isEqualTo(7);
    assertThat(got.filterCriteria()).isEqualTo(FILTERS);
    assertThat(list.eventSourceMappings()).hasSize(1);
    assertThat(items).isEqualTo(1);
    assertThat(fake.requests())
        .extracting(ReceivedRequest::operation)
        .containsExactly(
            "CreateEventSourceMapping",
            "UpdateEventSourceMapping",
            "GetEventSourceMapping",
            "ListEventSourceMappings",
            "ListEventSourceMappings",
            "DeleteEventSourceMapping");
    assertThat(others.calls).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void makesAllOtherCallsWithTheOtherClient(Combination combination) {
    var lambda = combination.of(fake.client(), others);

    lambda.invoke(request -> request.functionName("f"));
    lambda.waiter();
    ListFunctionsIterable pages = lambda.listFunctionsPaginator();
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> pages.iterator().next())
        .withMessage("from the others");

    assertThat(others.calls).containsExactly("invoke f", "waiter", "listFunctions");
    assertThat(lambda.serviceName()).isEqualTo("others");
    assertThat(lambda.serviceClientConfiguration().region()).isEqualTo(Region.US_EAST_1);
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void namesOperationOfNullRequest() {
    assertThatNullPointerException()
        .isThrownBy(
            () ->
                AwsSdkLambda.combine(fake.client(), others)
                    .getEventSourceMapping((GetEventSourceMappingRequest) null))
        .withMessage("the request of GetEventSourceMapping is null");
  }

  @Test
  void throwsExceptionsOfTheSdkWithAllDetails() {
    LambdaClient mappings = fake.client();
    var lambda = AwsSdkLambda.combine(mappings, others);
    lambda.createEventSourceMapping(request -> request.functionName("f").eventSourceArn(QUEUE));
    fake.nextRequest().throttle();

    ResourceConflictException conflict =
        catchThrowableOfType(
            ResourceConflictException.class,
            () ->
                lambda.createEventSourceMapping(
                    request -> request.functionName("f").eventSourceArn(QUEUE)));

    assertThat(conflict)
        .hasMessageContaining("already exists")
        .hasMessageContaining("Attempt Count: 2");
    assertThat(conflict.type()).isEqualTo("User");
    assertThat(conflict.numAttempts()).isEqualTo(2);
    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(conflict.requestId()).isNotBlank();
    assertThat(conflict.awsErrorDetails().errorCode()).isEqualTo("ResourceConflictException");
    assertThat(conflict.awsErrorDetails().rawResponse().asUtf8String()).contains("already exists");
    assertThat(conflict.awsErrorDetails().sdkHttpResponse().statusCode()).isEqualTo(409);
    assertThat(conflict.getSuppressed())
        .singleElement()
        .isInstanceOf(software.amazon.awssdk.services.lambda.model.TooManyRequestsException.class);
    assertThat(conflict.getStackTrace()[0].getClassName()).startsWith("io.github.lambdaesm");
  }

  @Test
  void preservesExceptionsThereAndBack() {
    var original =
        io.github.lambdaesm.model.TooManyRequestsException.builder()
            .type("User")
            .reason("NewReason")
            .retryAfterSeconds("3")
            .message("m")
            .statusCode(429)
            .requestId("r")
            .extendedRequestId("x")
            .clockSkew(java.time.Duration.ofSeconds(5))
            .numAttempts(3)
            .cause(new IllegalStateException("c"))
            .build();
    original.addSuppressed(new IllegalStateException("s"));

    var converted = AwsSdkLambda.fromSdk(AwsSdkLambda.toSdk(original));

    assertThat(converted)
        .usingRecursiveComparison()
        .ignoringFields("suppressedExceptions", "stackTrace", "clockSkew")
        .isEqualTo(original);
    assertThat(AwsSdkLambda.toSdk(original))
        .extracting("clockSkew")
        .isEqualTo(java.time.Duration.ofSeconds(5));
    assertThat(converted.getSuppressed()).containsExactly(original.getSuppressed());
    assertThat(converted.getStackTrace()).isEqualTo(original.getStackTrace());
  }

  @Test
  void convertsUnknownExceptionToLambdaException() {
    var throttled =
        software.amazon.awssdk.services.lambda.model.KmsAccessDeniedException.builder()
            .message("m")
            .statusCode(502)
            .build();

    assertThat(
            AwsSdkLambda.fromSdk(
                (software.amazon.awssdk.services.lambda.model.LambdaException) throttled))
        .isExactlyInstanceOf(io.github.lambdaesm.model.LambdaException.class)
        .hasMessageContaining("m");
  }

  @Test
  void carriesHttpResponseAndRequestId() {
    var lambda = AwsSdkLambda.combine(fake.client(), others);
    fake.nextRequest().of("CreateEventSourceMapping").loseResponse();

    CreateEventSourceMappingResponse recovered =
        lambda.createEventSourceMapping(request -> request.functionName("f").eventSourceArn(QUEUE));

    assertThat(recovered.sdkHttpResponse().statusCode()).isEqualTo(200);
    assertThat(recovered.responseMetadata().requestId())
        .isEqualTo(
            recovered.sdkHttpResponse().firstMatchingHeader("x-amzn-RequestId").orElseThrow());
  }

  @Test
  void addsApiNamesToTheUserAgent() {
    AwsSdkLambda.combine(fake.client(), others)
        .listEventSourceMappingsPaginator()
        .eventSourceMappings()
        .forEach(mapping -> {});

    assertThat(String.join(" ", fake.requests().get(0).headers().get("User-Agent")))
        .startsWith("lambda-esm-client/")
        .endsWith(" m/C");
  }

  @ParameterizedTest
  @EnumSource
  void isEqualOnlyToItself(Combination combination) {
    LambdaClient mappings = fake.client();
    var lambda = combination.of(mappings, others);
    Object same = lambda;

    assertThat(lambda).isEqualTo(same).isNotEqualTo(combination.of(mappings, others));
  }

  @ParameterizedTest
  @EnumSource
  void closesBothClientsEvenIfOneFails(Combination combination) {
    LambdaClient failing =
        new LambdaClient() {
          @Override
          public String serviceName() {
            return "lambda";
          }

          @Override
          public void close() {
            throw new IllegalStateException("cannot close");
          }
        };

    assertThatIllegalStateException()
        .isThrownBy(combination.of(failing, others)::close)
        .withMessage("cannot close");
    assertThat(others.calls).containsExactly("close");
  }

  /** A mock returns null for a call that it does not expect. */
  @Test
  void explainsNullResponses() {
    var lambda = AwsSdkLambda.combine(new NullClient(), others);
    LambdaClient wrapped = AwsSdkLambda.asLambdaClient(new NullSdkClient());

    assertThatIllegalStateException()
        .isThrownBy(() -> lambda.getEventSourceMapping(request -> request.uuid("u")))
        .withMessageContaining("GetEventSourceMapping: the client returned null")
        .withMessageContaining("mock");
    assertThatIllegalStateException()
        .isThrownBy(() -> wrapped.getEventSourceMapping(request -> request.uuid("u")))
        .withMessageContaining("GetEventSourceMapping: the client returned null");
  }

  private static final class NullClient implements LambdaClient {
    @Override
    public io.github.lambdaesm.model.GetEventSourceMappingResponse getEventSourceMapping(
        io.github.lambdaesm.model.GetEventSourceMappingRequest request) {
      return null;
    }

    @Override
    public io.github.lambdaesm.LambdaServiceClientConfiguration serviceClientConfiguration() {
      return null;
    }

    @Override
    public String serviceName() {
      return null;
    }

    @Override
    public void close() {}
  }

  private static final class NullSdkClient extends Others {
    @Override
    public GetEventSourceMappingResponse getEventSourceMapping(
        GetEventSourceMappingRequest request) {
      return null;
    }
  }

  @Test
  void rejectsClientsOfDifferentRegions() {
    try (FakeLambda elsewhere = FakeLambda.builder().region(Region.EU_WEST_1).start()) {
      LambdaClient mappings = elsewhere.client();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> AwsSdkLambda.combine(mappings, others))
          .withMessageContaining("eu-west-1")
          .withMessageContaining("us-east-1")
          .withMessageContaining("combineAcrossRegions");
      assertThat(AwsSdkLambda.combineAcrossRegions(mappings, others)).isNotNull();
    }
  }

  @Test
  void rejectsNullClients() {
    LambdaClient mappings = fake.client();

    assertThatNullPointerException()
        .isThrownBy(() -> AwsSdkLambda.combine(null, others))
        .withMessage("mappings is null");
    assertThatNullPointerException()
        .isThrownBy(() -> AwsSdkLambda.combineAcrossRegions(mappings, null))
        .withMessage("others is null");
    assertThatNullPointerException()
        .isThrownBy(() -> AwsSdkLambda.asLambdaClient(null))
        .withMessage("sdk is null");
  }

  @Test
  void rejectsNullInCollectionOfRequest() {
    var request =
        software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest.builder()
            .topics("a", null)
            .build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> AwsSdkLambda.fromSdk(request))
        .withMessageContaining("CreateEventSourceMappingRequest.Topics[1] is null");
  }

  @Test
  void rejectsModelOfAnotherClass() {
    Filter model = Filter.builder().build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> AwsSdkLambda.fromSdk(model, io.github.lambdaesm.model.OnFailure.class))
        .withMessage(
            "software.amazon.awssdk.services.lambda.model.Filter is not the AWS SDK's OnFailure");
    assertThat(AwsSdkLambda.fromSdk(model, io.github.lambdaesm.model.Filter.class))
        .isEqualTo(AwsSdkLambda.fromSdk(model));
  }

  @Test
  void dropsNullInCollectionOfResponse() {
    var response = GetEventSourceMappingResponse.builder().topics("a", null).build();

    assertThat(AwsSdkLambda.fromSdk(response).topics()).containsExactly("a");
  }

  @Test
  void usesTheOtherClientForMembersThatThisLibraryLacks() {
    String response =
        MappingOperations.call(
            "CreateEventSourceMapping",
            "request",
            request -> {
              throw new UnsupportedMemberException("Request", "New", "this version");
            },
            request -> "never",
            request -> "never",
            request -> "the other client's response to the " + request);

    assertThat(response).isEqualTo("the other client's response to the request");
  }

  @Test
  void warnsOfSettingsThatDoNotApply() {
    try (var log = CapturedLog.of(ConfiguredDifferences.class);
        var plain = sdkClient(override -> {});
        var configured =
            sdkClient(
                override ->
                    override
                        .putHeader("a", "b")
                        .addExecutionInterceptor(new ExecutionInterceptor() {})
                        .addMetricPublisher(LoggingMetricPublisher.create()))) {
      AwsSdkLambda.combine(fake.client(), plain);
      assertThat(log.lines()).isEmpty();

      AwsSdkLambda.combine(fake.client(), configured);
      assertThat(log.lines())
          .singleElement()
          .asString()
          .startsWith("WARN The execution interceptors, metric publishers, headers of the AWS SDK");
    }
  }

  private software.amazon.awssdk.services.lambda.LambdaClient sdkClient(
      Consumer<ClientOverrideConfiguration.Builder> override) {
    return software.amazon.awssdk.services.lambda.LambdaClient.builder()
        .endpointOverride(fake.endpoint())
        .region(fake.region())
        .credentialsProvider(fake.credentialsProvider())
        .overrideConfiguration(override)
        .build();
  }

  @Test
  void carriesDetailsOfTheSdksResponsesAndErrors() {
    try (LambdaClient lambda = AwsSdkLambda.asLambdaClient(sdkClient(override -> {}))) {
      var created =
          lambda.createEventSourceMapping(
              request -> request.functionName("f").eventSourceArn(QUEUE));
      var conflict =
          catchThrowableOfType(
              io.github.lambdaesm.model.ResourceConflictException.class,
              () ->
                  lambda.createEventSourceMapping(
                      request -> request.functionName("f").eventSourceArn(QUEUE)));

      assertThat(created.sdkHttpResponse().statusCode()).isEqualTo(202);
      assertThat(created.responseMetadata().requestId()).isNotEqualTo("UNKNOWN");
      assertThat(conflict.type()).isEqualTo("User");
      assertThat(conflict.requestId()).isNotBlank();
      assertThat(conflict.numAttempts()).isEqualTo(1);
      assertThat(lambda.serviceClientConfiguration().region()).isEqualTo(fake.region());
    }
  }

  /** The subclass delegates every method of the AWS SDK's interface but these. */
  @Test
  void delegatesAllMethodsThatMappingOperationsDoesNotHave() throws Exception {
    Class<?> subclass = AwsSdkLambda.combine(fake.client(), others).getClass();
    Set<String> own = names(MappingOperations.class);

    assertThat(subclass.getSuperclass()).isEqualTo(MappingOperations.class);
    for (Method method : software.amazon.awssdk.services.lambda.LambdaClient.class.getMethods()) {
      boolean delegated =
          !Modifier.isStatic(method.getModifiers())
              && !method.isBridge()
              && !own.contains(method.getName())
              && !method.getName().equals("listEventSourceMappingsPaginator");
      if (delegated) {
        assertThat(subclass.getMethod(method.getName(), method.getParameterTypes()))
            .as(method.toString())
            .extracting(Method::getDeclaringClass)
            .isEqualTo(subclass);
      }
    }
    assertThat(own).noneMatch(CombinedClients::isDelegated);
  }

  private static Set<String> names(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .map(Method::getName)
        .collect(Collectors.toSet());
  }
}
