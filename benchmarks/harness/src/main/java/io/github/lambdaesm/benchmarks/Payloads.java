package io.github.lambdaesm.benchmarks;

/** JSON requests and responses, as constants so that no contender pays for building them. */
public final class Payloads {
  public static final String FUNCTION = "my-function";
  public static final String QUEUE = "arn:aws:sqs:us-west-2:123456789012:my-queue";

  /** The body of a create request with three members. */
  public static final String CREATE =
      "{\"BatchSize\":5,\"EventSourceArn\":\"" + QUEUE + "\",\"FunctionName\":\"my-function\"}";

  private static final String UUID = "\"UUID\":\"14e0db71-5d35-4eb5-b481-8945cf9d10c2\",";
  private static final String SOURCE = "\"EventSourceArn\":\"" + QUEUE + "\",";

  private static final String STATE =
      "\"FunctionArn\":\"arn:aws:lambda:us-west-2:123456789012:function:my-function\","
          + "\"LastModified\":1.795435200123E9,\"State\":\"Creating\","
          + "\"StateTransitionReason\":\"USER_INITIATED\","
          + "\"EventSourceMappingArn\":\"arn:aws:lambda:us-west-2:123456789012:"
          + "event-source-mapping:14e0db71-5d35-4eb5-b481-8945cf9d10c2\"";

  static final String MAPPING_RESPONSE =
      "{"
          + UUID
          + "\"BatchSize\":5,\"MaximumBatchingWindowInSeconds\":0,"
          + SOURCE
          + STATE
          + ",\"FunctionResponseTypes\":[]}";

  private static final String SETTINGS =
      """
      "BatchSize":100,"MaximumBatchingWindowInSeconds":5,"ParallelizationFactor":2,\
      "FilterCriteria":{"Filters":[{"Pattern":"{\\"body\\":[\\"a\\"]}"},{"Pattern":"{\\"body\\":[\\"b\\"]}"}]},\
      "KMSKeyArn":"arn:aws:kms:us-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",\
      "DestinationConfig":{"OnSuccess":{"Destination":"arn:aws:sqs:us-west-2:123456789012:done"},\
      "OnFailure":{"Destination":"arn:aws:sqs:us-west-2:123456789012:dead"}},\
      "MaximumRecordAgeInSeconds":3600,"BisectBatchOnFunctionError":true,"MaximumRetryAttempts":3,\
      "TumblingWindowInSeconds":30,"Topics":["orders"],"Queues":["orders"],\
      "SourceAccessConfigurations":[{"Type":"BASIC_AUTH","URI":"arn:aws:secretsmanager:us-west-2:123456789012:secret:s"},\
      {"Type":"VIRTUAL_HOST","URI":"/"}],\
      "SelfManagedEventSource":{"Endpoints":{"KAFKA_BOOTSTRAP_SERVERS":["kafka-1:9092","kafka-2:9092"]}},\
      "FunctionResponseTypes":["ReportBatchItemFailures"],\
      "AmazonManagedKafkaEventSourceConfig":{"ConsumerGroupId":"group","SchemaRegistryConfig":{\
      "SchemaRegistryURI":"https://registry.example","EventRecordFormat":"JSON",\
      "AccessConfigs":[{"Type":"BASIC_AUTH","URI":"arn:aws:secretsmanager:us-west-2:123456789012:secret:r"}],\
      "SchemaValidationConfigs":[{"Attribute":"VALUE"}]}},\
      "SelfManagedKafkaEventSourceConfig":{"ConsumerGroupId":"group"},\
      "ScalingConfig":{"MaximumConcurrency":10},\
      "DocumentDBEventSourceConfig":{"DatabaseName":"db","CollectionName":"c","FullDocument":"UpdateLookup"},\
      "MetricsConfig":{"Metrics":["EventCount"]},"LoggingConfig":{"SystemLogLevel":"INFO"},\
      "ProvisionedPollerConfig":{"MinimumPollers":1,"MaximumPollers":10,"PollerGroupName":"group"},\
      "StartingPosition":"AT_TIMESTAMP","StartingPositionTimestamp":1.7E9""";

  /** The body of a create request with every member. */
  public static final String CREATE_WITH_EVERY_MEMBER =
      "{"
          + SOURCE
          + SETTINGS
          + ",\"Enabled\":true,\"FunctionName\":\"my-function\",\"Tags\":{\"team\":\"a\",\"env\":\"b\"}}";

  static final String EVERY_MEMBER_RESPONSE = "{" + UUID + SOURCE + STATE + "," + SETTINGS + "}";

  private Payloads() {}
}
