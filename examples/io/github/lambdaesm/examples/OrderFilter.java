package io.github.lambdaesm.examples;

import io.github.lambdaesm.filter.FilterPattern;
import io.github.lambdaesm.model.FilterCriteria;

/**
 * The filters of a queue of orders: large new orders, and all returns. {@link OrderFilterTest}
 * shows how to develop them against sample events.
 */
final class OrderFilter {
  static final FilterCriteria CRITERIA =
      FilterPattern.criteria(
          FilterPattern.sqs().body("state").anyOf("NEW").body("total").atLeast(100).build(),
          FilterPattern.sqs().body("type").anyOf("RETURN").build());

  private OrderFilter() {}
}
