package io.github.lambdaesm.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.validation.MappingRules;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final String ARN = "arn:aws:sqs:us-east-1:123456789012:q";

  @Test
  void sendsOnlyChangedMembers() {
    CreateEventSourceMappingRequest desired =
        CreateEventSourceMappingRequest.builder()
            .functionName("f")
            .eventSourceArn(ARN)
            .batchSize(5)
            .filterCriteria(f -> f.filters(x -> x.pattern("{}")))
            .build();
    EventSourceMappingConfiguration actual =
        EventSourceMappingConfiguration.builder()
            .uuid("u")
            .functionArn("arn:aws:lambda:us-east-1:123456789012:function:f")
            .eventSourceArn(ARN)
            .batchSize(10)
            .state("Enabled")
            .build();
    Plan plan =
        new Planner(MappingRules.standard()).plan(desired, EnsureOptions.DEFAULTS, actual, null);
    assertThat(plan.action()).isEqualTo(PlanAction.UPDATE);
  }
}
