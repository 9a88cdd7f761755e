package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.lambdaesm.awssdk.AwsSdkLambda;
import io.github.lambdaesm.testing.FakeLambda;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsRequest;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Uses the combined client as a bean, as a mock and as a spy. */
@SpringBootTest(classes = CombinedBeansTest.Beans.class)
class CombinedBeansTest {
  private static final InvokeRequest INVOCATION = InvokeRequest.builder().functionName("f").build();

  @Configuration(proxyBeanMethods = false)
  static class Beans {
    @Bean(destroyMethod = "close")
    FakeLambda fake() {
      return FakeLambda.start();
    }

    @Bean
    LambdaClient combined(FakeLambda fake, @Qualifier("others") LambdaClient others) {
      return AwsSdkLambda.combine(fake.client(), others);
    }

    @Bean(defaultCandidate = false)
    @Scope(value = "prototype", proxyMode = ScopedProxyMode.INTERFACES)
    LambdaClient scoped(FakeLambda fake, @Qualifier("others") LambdaClient others) {
      return AwsSdkLambda.combine(fake.client(), others);
    }
  }

  @MockitoBean(name = "others")
  private LambdaClient others;

  @MockitoSpyBean(name = "combined")
  private LambdaClient combined;

  @Autowired
  @Qualifier("scoped")
  private LambdaClient scoped;

  @Test
  void spyCallsBothClients() {
    when(others.invoke(any(InvokeRequest.class)))
        .thenReturn(InvokeResponse.builder().statusCode(202).build());

    assertEquals(202, combined.invoke(INVOCATION).statusCode());
    assertEquals(0, combined.listEventSourceMappings().eventSourceMappings().size());
    verify(combined).listEventSourceMappings(any(ListEventSourceMappingsRequest.class));
  }

  @Test
  void spyThrowsWhatItIsToldTo() {
    doThrow(ResourceNotFoundException.builder().message("gone").build())
        .when(combined)
        .getEventSourceMapping(any(GetEventSourceMappingRequest.class));

    assertThrows(
        ResourceNotFoundException.class,
        () -> combined.getEventSourceMapping(request -> request.uuid("u")));
  }

  @Test
  void scopedProxyCallsBothClients() {
    when(others.invoke(any(InvokeRequest.class)))
        .thenReturn(InvokeResponse.builder().statusCode(202).build());

    assertEquals(202, scoped.invoke(INVOCATION).statusCode());
    assertEquals(0, scoped.listEventSourceMappings().eventSourceMappings().size());
  }

  @Test
  void mockOfThisLibrarysClientServesTheCombinedClient() {
    io.github.lambdaesm.LambdaClient mappings = mock();
    when(mappings.getEventSourceMapping(
            any(io.github.lambdaesm.model.GetEventSourceMappingRequest.class)))
        .thenReturn(
            io.github.lambdaesm.model.GetEventSourceMappingResponse.builder()
                .state("Enabled")
                .build());

    GetEventSourceMappingResponse response =
        spy(AwsSdkLambda.combine(mappings, others))
            .getEventSourceMapping(request -> request.uuid("u"));

    assertEquals("Enabled", response.state());
  }

  @Test
  void mockOfTheSdksClientServesThisLibrarysInterface() {
    LambdaClient sdk = mock();
    when(sdk.getEventSourceMapping(any(GetEventSourceMappingRequest.class)))
        .thenReturn(GetEventSourceMappingResponse.builder().state("Enabled").build());

    assertEquals(
        "Enabled",
        AwsSdkLambda.asLambdaClient(sdk)
            .getEventSourceMapping(request -> request.uuid("u"))
            .state());
  }
}
