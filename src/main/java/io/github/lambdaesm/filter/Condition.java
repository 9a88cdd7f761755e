package io.github.lambdaesm.filter;

/**
 * What a pattern demands of one path of a record.
 *
 * @param id the number of the condition within the tester
 * @param path the keys, joined by dots
 * @param isOnData whether it is on the record's data
 * @param acceptsAbsence whether a record without the path can meet it
 */
record Condition(int id, String path, boolean isOnData, boolean acceptsAbsence) {}
