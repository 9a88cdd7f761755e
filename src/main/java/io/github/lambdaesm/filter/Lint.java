package io.github.lambdaesm.filter;

import io.github.lambdaesm.model.Evidence;
import io.github.lambdaesm.model.Evidence.Basis;
import io.github.lambdaesm.model.Severity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The checks of filter patterns, with what is known about each. */
enum Lint {
  NOT_ONE_OBJECT(
      "esm-filter-syntax", LocalDate.parse("2025-11-25"), "write the pattern as one JSON object"),
  SCALAR_LEAF(
      "esm-filter-syntax",
      LocalDate.parse("2026-09-07"),
      "put the value in an array, such as [\"value\"]"),
  EMPTY_ARRAY(
      "esm-filter-syntax",
      LocalDate.parse("2025-11-25"),
      "list the values to match, or remove the key; for null write [null], as some versions of the"
          + " AWS CDK write [] for FilterRule.null()"),
  SYNTAX("esm-filter-syntax", Basis.UNKNOWN, "follow the syntax of EventBridge's event patterns"),
  KINESIS_NON_JSON(
      "esm-filter-kinesis-nonjson",
      Basis.DOCUMENTED,
      "match keys of the JSON data, such as {\"data\": {\"key\": [\"value\"]}}"),

  LENGTH(
      "filter-length", Basis.DOCUMENTED, "shorten the pattern, or split it into several filters"),
  HTML_ENTITY(
      "filter-html-entity",
      Basis.UNKNOWN,
      "replace the HTML entity with its character, for example &gt; with >"),
  CASE("filter-case", Basis.UNKNOWN, "write operators in lower case"),
  DUPLICATE_LEAF(
      "filter-duplicate-leaf",
      Basis.UNKNOWN,
      "keep one condition for the key; list alternatives in one array"),
  OPERATOR_UNLISTED(
      "filter-operator-unlisted",
      Basis.DOCUMENTED,
      "use an operator that Lambda documents, or test the filter with real records"),
  EMPTY_RANGE(
      "filter-empty-range", Basis.UNKNOWN, "give a lower bound that is less than the upper bound"),
  NUMBER_LITERAL(
      "filter-number-literal",
      Basis.DOCUMENTED,
      "compare numerically, for example {\"numeric\": [\"=\", 1.5]}"),
  BOOLEAN_AS_STRING(
      "filter-bool-as-string",
      Basis.UNKNOWN,
      "write true or false without quotes, unless the record has a string"),
  NULL_MEANS_JSON_NULL(
      "filter-null-means-json-null",
      Basis.DOCUMENTED,
      "add {\"exists\": false} to match records without the key too"),
  PREFIX_EMPTY("filter-prefix-empty", Basis.UNKNOWN, "give some text, or use {\"exists\": true}"),

  KEY_UNKNOWN("filter-key-unknown", Basis.UNKNOWN, "use a key that the records have"),
  KEY_UNDOCUMENTED(
      "filter-key-undocumented", Basis.DOCUMENTED, "test the filter with real records"),
  KEY_DEAD("filter-key-dead", Basis.UNKNOWN, "filter by another key, or in the function"),
  BODY_STRING(
      "filter-body-string",
      Basis.DOCUMENTED,
      "use the same form in all filters, unless the queue has both kinds of messages"),
  KAFKA_PASSES(
      "filter-kafka-passes",
      Basis.DOCUMENTED,
      "let the function check the format of what it receives"),

  NUMERIC_ON_DYNAMODB(
      "filter-numeric-on-ddb",
      Basis.DOCUMENTED,
      "compare with a string, such as {\"N\": [\"5\"]}, or compare numbers in the function"),
  DYNAMODB_TYPE_MISSING(
      "filter-ddb-type-missing",
      Basis.DOCUMENTED,
      "name the type of each attribute, such as {\"status\": {\"S\": [\"ACTIVE\"]}}"),
  EXISTS_INTERMEDIATE(
      "filter-exists-intermediate",
      Basis.DOCUMENTED,
      "use exists below the type, such as {\"status\": {\"S\": [{\"exists\": true}]}}"),
  EVENT_NAME_VALUE("filter-eventName-value", Basis.DOCUMENTED, "use INSERT, MODIFY or REMOVE"),
  NEW_IMAGE_WITH_REMOVE(
      "filter-newimage-with-remove",
      Basis.DOCUMENTED,
      "match OldImage or Keys for REMOVE, in a filter of its own"),
  OLD_IMAGE_WITH_INSERT(
      "filter-oldimage-with-insert",
      Basis.DOCUMENTED,
      "match NewImage or Keys for INSERT, in a filter of its own");

  private final String id;
  private final Basis basis;
  private final @Nullable LocalDate recordedOn;
  private final String remedy;

  /** Declares a mistake that Lambda was seen to reject. */
  Lint(String id, LocalDate recordedOn, String remedy) {
    this.id = id;
    this.basis = Basis.RECORDED;
    this.recordedOn = recordedOn;
    this.remedy = remedy;
  }

  /** Declares what Lambda accepts, or may accept. */
  Lint(String id, Basis basis, String remedy) {
    this.id = id;
    this.basis = basis;
    this.recordedOn = null;
    this.remedy = remedy;
  }

  String id() {
    return id;
  }

  Severity severity() {
    return basis.isRejection() ? Severity.ERROR : Severity.WARNING;
  }

  Evidence evidence() {
    return recordedOn == null ? Evidence.of(basis) : Evidence.recorded(recordedOn);
  }

  /** Returns the usual remedy. */
  String remedy() {
    return remedy;
  }

  LintDescription description() {
    return new LintDescription(id, remedy, severity(), evidence());
  }
}
