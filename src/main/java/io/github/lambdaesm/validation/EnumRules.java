package io.github.lambdaesm.validation;

import static io.github.lambdaesm.model.Evidence.Basis.DOCUMENTED;
import static io.github.lambdaesm.model.Evidence.Basis.TOOLS;
import static io.github.lambdaesm.internal.mapping.Sources.ALL;

import io.github.lambdaesm.model.EndPointType;
import io.github.lambdaesm.model.EventSourceMappingMetric;
import io.github.lambdaesm.model.EventSourceMappingSystemLogLevel;
import io.github.lambdaesm.model.EventSourcePosition;
import io.github.lambdaesm.model.Evidence.Basis;
import io.github.lambdaesm.model.FullDocument;
import io.github.lambdaesm.model.FunctionResponseType;
import io.github.lambdaesm.model.KafkaEventSourceMappingConsumptionMode;
import io.github.lambdaesm.model.KafkaSchemaRegistryAuthType;
import io.github.lambdaesm.model.KafkaSchemaValidationAttribute;
import io.github.lambdaesm.model.SchemaRegistryEventRecordFormat;
import io.github.lambdaesm.model.SourceAccessType;
import io.github.lambdaesm.validation.Limit.OneOf;
import java.util.List;
import java.util.Set;

/** The values of enums. They are warnings, because AWS adds values often. */
final class EnumRules {
  private static final String MANAGED = "AmazonManagedKafkaEventSourceConfig.SchemaRegistryConfig.";
  private static final String SELF_MANAGED =
      "SelfManagedKafkaEventSourceConfig.SchemaRegistryConfig.";

  static final List<MappingRule> RULES =
      List.of(
          oneOf("starting-position", EventSourcePosition.knownValues(), "StartingPosition"),
          oneOf(
              "source-access-type",
              SourceAccessType.knownValues(),
              "SourceAccessConfigurations[].Type"),
          oneOf("endpoint-type", EndPointType.knownValues(), "SelfManagedEventSource.Endpoints"),
          oneOf(
              TOOLS,
              "response-type",
              FunctionResponseType.knownValues(),
              "FunctionResponseTypes[]"),
          oneOf(
              "record-format",
              SchemaRegistryEventRecordFormat.knownValues(),
              MANAGED + "EventRecordFormat",
              SELF_MANAGED + "EventRecordFormat"),
          oneOf(
              "registry-access-type",
              KafkaSchemaRegistryAuthType.knownValues(),
              MANAGED + "AccessConfigs[].Type",
              SELF_MANAGED + "AccessConfigs[].Type"),
          oneOf(
              "validation-attribute",
              KafkaSchemaValidationAttribute.knownValues(),
              MANAGED + "SchemaValidationConfigs[].Attribute",
              SELF_MANAGED + "SchemaValidationConfigs[].Attribute"),
          oneOf(
              "consumption-mode",
              KafkaEventSourceMappingConsumptionMode.knownValues(),
              "SelfManagedKafkaEventSourceConfig.ConsumptionMode"),
          oneOf(
              TOOLS,
              "full-document",
              FullDocument.knownValues(),
              "DocumentDBEventSourceConfig.FullDocument"),
          oneOf(TOOLS, "metric", EventSourceMappingMetric.knownValues(), "MetricsConfig.Metrics[]"),
          oneOf(
              "log-level",
              EventSourceMappingSystemLogLevel.knownValues(),
              "LoggingConfig.SystemLogLevel"));

  private EnumRules() {}

  private static MappingRule oneOf(String name, Set<? extends Enum<?>> values, String... paths) {
    return oneOf(DOCUMENTED, name, values, paths);
  }

  private static MappingRule oneOf(
      Basis basis, String name, Set<? extends Enum<?>> values, String... paths) {
    OneOf limit = new OneOf(values.stream().map(Enum::toString).toList());
    return RangeRules.limit("esm-enum-" + name, limit, paths).knownBy(basis, ALL);
  }
}
