package io.github.lambdaesm.filter;

import java.util.List;

/**
 * Conditions that a record has to meet together. A filter has one alternative, and more if it has
 * an {@code $or}.
 *
 * @param id the number of the alternative within the tester
 * @param filter the number of the filter
 * @param conditions all conditions
 * @param format the format of the data that the conditions are for
 */
record Alternative(int id, int filter, List<Condition> conditions, DataFormat format) {

  static Alternative of(int id, int filter, List<Condition> conditions, RecordLayout layout) {
    DataFormat format = DataFormat.NONE;
    for (Condition condition : conditions) {
      if (condition.isOnData() && format != DataFormat.JSON) {
        format = condition.path().equals(layout.data()) ? DataFormat.TEXT : DataFormat.JSON;
      }
    }
    return new Alternative(id, filter, List.copyOf(conditions), format);
  }
}
