package io.github.lambdaesm.filter;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What filters see of a record.
 *
 * @param tree the members that patterns use, with decoded data
 * @param format the format of the data
 * @param length the number of characters in the tree's values
 * @param combinations the number of ways to choose an element from each array
 * @param hasObjectsInArrays whether conditions have to match within the same element of an array
 */
record RecordView(
    ObjectNode tree,
    DataFormat format,
    long length,
    long combinations,
    boolean hasObjectsInArrays) {}
