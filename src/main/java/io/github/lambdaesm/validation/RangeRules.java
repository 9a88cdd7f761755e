package io.github.lambdaesm.validation;

import static io.github.lambdaesm.model.Evidence.Basis.API_MODEL;
import static io.github.lambdaesm.model.Evidence.Basis.DOCUMENTED;
import static io.github.lambdaesm.validation.MappingRule.On.BOTH;
import static io.github.lambdaesm.validation.MappingRule.On.CREATE;
import static io.github.lambdaesm.validation.MappingRule.rule;
import static io.github.lambdaesm.internal.mapping.Sources.ALL;

import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.model.Evidence;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import io.github.lambdaesm.validation.Limit.Length;
import io.github.lambdaesm.validation.Limit.Range;
import io.github.lambdaesm.validation.Limit.Size;
import java.util.List;

/**
 * The bounds of the API's model, as of AWS SDK for Java 2.59.1. They are the same for all event
 * sources. {@link ScalingRules} has those of pollers, which are not.
 */
final class RangeRules {
  private static final Evidence MODEL = Evidence.of(API_MODEL);
  private static final String URI = "SourceAccessConfigurations[].URI";
  private static final String[] SERVERS = {"SelfManagedEventSource.Endpoints{}[]"};
  private static final String[] CONSUMER_GROUPS = inBothBlocks("ConsumerGroupId");
  private static final String[] REGISTRIES = inBothBlocks("SchemaRegistryConfig.SchemaRegistryURI");
  private static final String[] DESTINATIONS = {
    "DestinationConfig.OnFailure.Destination", "DestinationConfig.OnSuccess.Destination"
  };
  private static final String DATABASE = "DocumentDBEventSourceConfig.DatabaseName";
  private static final String COLLECTION = "DocumentDBEventSourceConfig.CollectionName";
  private static final String POLLER_GROUP = "ProvisionedPollerConfig.PollerGroupName";

  static final List<MappingRule> RULES =
      List.of(
          range("event-source-arn", TextForm.ARN, "EventSourceArn"),
          range("batch-size", new Range(1, 10_000), "BatchSize"),
          range("batching-window", new Range(0, 300), "MaximumBatchingWindowInSeconds"),
          range("parallelization-factor", new Range(1, 10), "ParallelizationFactor"),
          range("tumbling-window", new Range(0, 900), "TumblingWindowInSeconds"),
          range("record-age", new Range(-1, 604_800), "MaximumRecordAgeInSeconds"),
          range("retry-attempts", new Range(-1, 10_000), "MaximumRetryAttempts"),
          range("topic", new Length(1, 249), "Topics[]"),
          range("topic", TextForm.TOPIC, "Topics[]"),
          range("queues", new Size(1, 1), "Queues"),
          range("queue", new Length(1, 1_000), "Queues[]"),
          range("source-access", new Size(0, 22), "SourceAccessConfigurations"),
          range("source-access-uri", new Length(1, 200), URI),
          // The values for OAuth are literals. Which characters Lambda accepts in them is not
          // known.
          range("source-access-uri", TextForm.NAME, URI).knownBy(DOCUMENTED, ALL),
          range("endpoints", new Size(1, 2), "SelfManagedEventSource.Endpoints"),
          range("servers", new Size(1, 10), "SelfManagedEventSource.Endpoints{}"),
          range("server", new Length(1, 300), SERVERS),
          range("server", TextForm.SERVER, SERVERS),
          range("response-types", new Size(0, 1), "FunctionResponseTypes"),
          range("kms-key-arn", TextForm.KEY_ARN, "KMSKeyArn"),
          range("destination-length", new Length(0, 350), DESTINATIONS)
              .knownBy(Recorded.on(2026, 9, 13), ALL),
          range("destination", TextForm.DESTINATION, DESTINATIONS),
          range("filter-pattern", new Length(0, 4_096), "FilterCriteria.Filters[].Pattern"),
          range("consumer-group", new Length(1, 200), CONSUMER_GROUPS),
          range("consumer-group", TextForm.NAME, CONSUMER_GROUPS),
          range("schema-registry-uri", new Length(1, 10_000), REGISTRIES),
          range("schema-registry-uri", TextForm.NAME, REGISTRIES),
          range(
              "schema-registry-access-uri",
              TextForm.ARN,
              inBothBlocks("SchemaRegistryConfig.AccessConfigs[].URI")),
          range("database-name", new Length(1, 63), DATABASE),
          range("database-name", TextForm.DATABASE_NAME, DATABASE),
          range("collection-name", new Length(1, 57), COLLECTION),
          range("collection-name", TextForm.COLLECTION_NAME, COLLECTION),
          range("metrics", new Size(0, 3), "MetricsConfig.Metrics"),
          range("poller-group", new Length(0, 128), POLLER_GROUP),
          range("poller-group", TextForm.GROUP_NAME, POLLER_GROUP));

  private RangeRules() {}

  private static MappingRule range(String name, Limit limit, String... paths) {
    return limit("esm-range-" + name, limit, paths).knownBy(MODEL, ALL);
  }

  /** Returns a rule for the values at some paths, without evidence. */
  static MappingRule limit(String id, Limit limit, String... paths) {
    List<MemberPath> members = MemberPath.all(paths);
    Check check =
        (view, applicable, found) -> {
          for (MemberPath member : members) {
            member.forEach(
                view.request(),
                (place, value) -> {
                  String problem = limit.problem(value);
                  if (problem != null) {
                    found.accept(applicable.violation(place, place + " " + problem));
                  }
                });
          }
        };
    // Braces would be placeholders.
    String sentence = commonEnd(paths).replace("{}", "") + " " + limit.anyProblem();
    boolean inUpdates =
        Shape.of(UpdateEventSourceMappingRequest.class).member(members.get(0).top()) != null;
    return rule(id, inUpdates ? BOTH : CREATE, members, check)
        .says(sentence, "use " + limit.validValues());
  }

  /** Returns the names at the end of all paths: {@code SchemaRegistryURI} of two Kafka blocks. */
  private static String commonEnd(String... paths) {
    String end = paths[0];
    for (String path : paths) {
      while (!path.endsWith(end) && end.contains(".")) {
        end = end.substring(end.indexOf('.') + 1);
      }
    }
    return end;
  }

  private static String[] inBothBlocks(String member) {
    return new String[] {
      "AmazonManagedKafkaEventSourceConfig." + member, "SelfManagedKafkaEventSourceConfig." + member
    };
  }
}
