package io.github.lambdaesm.filter;

import io.github.lambdaesm.internal.text.Excerpt;
import java.util.ArrayList;
import java.util.List;

/** Builds a filter pattern for the records of an Amazon DynamoDB stream. */
public final class DynamoDbPatternBuilder extends PatternBuilder<DynamoDbPatternBuilder> {
  DynamoDbPatternBuilder() {}

  @Override
  DynamoDbPatternBuilder self() {
    return this;
  }

  @Override
  DynamoDbPatternBuilder empty() {
    return new DynamoDbPatternBuilder();
  }

  /**
   * Starts a condition for an attribute of the item after the change. For example, {@code
   * newImage("customer", "type")} is the attribute {@code type} in the map {@code customer}.
   * Records with the event name {@code REMOVE} have no new image.
   */
  public DynamoDbAttribute newImage(String attribute, String... nested) {
    return attribute(DynamoDbPath.NEW_IMAGE, Keys.of(attribute, nested));
  }

  /**
   * Starts a condition for an attribute of the item before the change. Records with the event name
   * {@code INSERT} have no old image.
   */
  public DynamoDbAttribute oldImage(String attribute, String... nested) {
    return attribute(DynamoDbPath.OLD_IMAGE, Keys.of(attribute, nested));
  }

  /** Starts a condition for an attribute of the item's primary key. */
  public DynamoDbAttribute keys(String attribute) {
    return attribute(DynamoDbPath.KEYS, attribute);
  }

  private DynamoDbAttribute attribute(String image, String... path) {
    List<String> keys = new ArrayList<>(List.of(DynamoDbPath.RECORD, image));
    for (String each : checkedKeys(path)) {
      if (keys.size() > 2) {
        keys.add("M");
      }
      keys.add(each);
    }
    return new DynamoDbAttribute(this, keys);
  }

  /**
   * Matches records with any of the event names: {@code INSERT}, {@code MODIFY} or {@code REMOVE}.
   * Lambda does not document such filters, but they are known to work.
   *
   * @throws IllegalArgumentException if there is no such event
   */
  public DynamoDbPatternBuilder eventName(String first, String... more) {
    for (String each : Keys.of(first, more)) {
      if (!DynamoDbEventLints.EVENT_NAMES.contains(each)) {
        throw new IllegalArgumentException(
            "Unknown event name \""
                + Excerpt.brief(String.valueOf(each))
                + "\". Use INSERT, MODIFY or REMOVE");
      }
    }
    return this.textCondition(DynamoDbEventLints.EVENT_NAME).anyOf(first, more);
  }

  /**
   * Starts a condition for a key of the user identity: {@code type} or {@code principalId}. Items
   * that Time to Live deletes have the type {@code Service} and the principal {@code
   * dynamodb.amazonaws.com}.
   */
  public TextCondition<DynamoDbPatternBuilder> userIdentity(String key) {
    return textCondition("userIdentity", key);
  }
}
