package io.github.lambdaesm.mappings;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is expected of each member for each kind of event source, written out independently of the
 * {@link MemberTable}.
 *
 * @param one a value
 * @param other another value
 * @param change what the change from the one to the other is: {@code SET}, {@code FIXED}, or {@code
 *     START} if it is ignored unless asked for
 * @param empty an empty value; {@code -} if there is none
 * @param cleared what an update sends for it; {@code keep} if it does not count, {@code never} if
 *     it cannot be cleared, {@code reported} if it cannot be cleared but needs no replacement
 * @param exactly what an update sends if a mapping has the first value and the member is not
 *     desired, in exact mode; or as above, or {@code fixed}
 */
record MemberCase(
    String kind,
    String path,
    String one,
    String other,
    String change,
    String empty,
    String cleared,
    String exactly) {

  @Override
  public String toString() {
    return kind + " " + path;
  }

  private static final String DESTINATIONS =
      "{'OnFailure':{'Destination':'arn:a'}}|{'OnFailure':{'Destination':'arn:b'}}";
  private static final String SECRETS =
      "[{'Type':'BASIC_AUTH','URI':'arn:a'}]|[{'Type':'BASIC_AUTH','URI':'arn:b'}]";
  private static final String REGISTRIES =
      "{'SchemaRegistryURI':'https://a'}|{'SchemaRegistryURI':'https://b'}";

  static final List<MemberCase> ALL =
      Stream.of(
              // member | kinds | one | other | change | empty | cleared | exactly
              "EventSourceArn|SQS|'arn:aws:sqs:us-east-1:123456789012:a'|'arn:aws:sqs:us-east-1:123456789012:b'|FIXED|''|keep|keep",
              "EventSourceArn|KINESIS|'arn:aws:kinesis:us-east-1:123456789012:stream/a'|'arn:aws:kinesis:us-east-1:123456789012:stream/a/consumer/c:1'|FIXED|''|keep|keep",
              "EventSourceArn|DYNAMODB|'arn:aws:dynamodb:us-east-1:123456789012:table/t/stream/1'|'arn:aws:dynamodb:us-east-1:123456789012:table/t/stream/2'|FIXED|''|keep|keep",
              "EventSourceArn|MQ|'arn:aws:mq:us-east-1:123456789012:broker:a:b-1'|'arn:aws:mq:us-east-1:123456789012:broker:b:b-2'|FIXED|''|keep|keep",
              "SelfManagedEventSource|SMK|{'Endpoints':{'KAFKA_BOOTSTRAP_SERVERS':['a:1']}}|{'Endpoints':{'KAFKA_BOOTSTRAP_SERVERS':['a:1','c:3']}}|FIXED|{}|keep|keep",
              "Topics|MSK SMK|['a']|['b']|FIXED|[]|keep|keep",
              "Queues|MQ|['a']|['b']|FIXED|[]|keep|keep",
              "StartingPosition|KINESIS DYNAMODB MSK DOCUMENTDB"
                  + " SMK|'LATEST'|'TRIM_HORIZON'|START|-|keep|keep",
              "StartingPositionTimestamp|KINESIS MSK SMK|100|101|START|-|keep|keep",
              "BatchSize|SQS FIFO|5|7|SET|-|-|10",
              "BatchSize|KINESIS DYNAMODB MSK SMK MQ DOCUMENTDB|5|7|SET|-|-|100",
              "MaximumBatchingWindowInSeconds|SQS FIFO KINESIS DYNAMODB|5|7|SET|-|-|0",
              "MaximumBatchingWindowInSeconds|MSK SMK MQ DOCUMENTDB|5|7|SET|-|-|never",
              "ParallelizationFactor|KINESIS DYNAMODB|5|7|SET|-|-|1",
              "ParallelizationFactor|SQS FIFO MSK SMK MQ DOCUMENTDB|5|7|SET|-|-|keep",
              "TumblingWindowInSeconds|KINESIS DYNAMODB|5|7|SET|-|-|0",
              "TumblingWindowInSeconds|SQS FIFO MSK SMK MQ DOCUMENTDB|5|7|SET|-|-|keep",
              "MaximumRecordAgeInSeconds|KINESIS DYNAMODB MSK SMK|60|70|SET|-|-|-1",
              "MaximumRecordAgeInSeconds|SQS FIFO MQ DOCUMENTDB|60|70|SET|-|-|keep",
              "MaximumRetryAttempts|KINESIS DYNAMODB MSK SMK|0|1|SET|-|-|-1",
              "MaximumRetryAttempts|SQS FIFO MQ DOCUMENTDB|0|1|SET|-|-|keep",
              "BisectBatchOnFunctionError|KINESIS DYNAMODB MSK SMK|true|false|SET|-|-|false",
              "BisectBatchOnFunctionError|SQS FIFO MQ DOCUMENTDB|true|false|SET|-|-|keep",
              "FunctionResponseTypes|SQS FIFO KINESIS DYNAMODB MSK"
                  + " SMK|['ReportBatchItemFailures']|['Other']|SET|[]|[]|[]",
              "FunctionResponseTypes|MQ DOCUMENTDB|['a']|['b']|SET|-|-|keep",
              "DestinationConfig|SQS FIFO MQ DOCUMENTDB|" + DESTINATIONS + "|SET|-|-|keep",
              "FilterCriteria|SQS FIFO KINESIS DYNAMODB MSK SMK"
                  + " MQ|{'Filters':[{'Pattern':'[1]'}]}|{'Filters':[{'Pattern':'[2]'}]}|SET|{}|{}|{}",
              "FilterCriteria|SQS|{'Filters':[{'Pattern':'[1]'}]}|{'Filters':[{'Pattern':'[1]'},{'Pattern':'[2]'}]}|SET|{'Filters':[]}|{}|{}",
              "KMSKeyArn|SQS KINESIS DYNAMODB MSK SMK MQ DOCUMENTDB|'arn:a'|'arn:b'|SET|''|''|''",
              "DestinationConfig|KINESIS DYNAMODB MSK SMK|"
                  + DESTINATIONS
                  + "|SET|{'OnFailure':{}}|{}|{}",
              "DestinationConfig|KINESIS|"
                  + DESTINATIONS
                  + "|SET|{'OnFailure':{'Destination':''}}|{}|{}",
              "ScalingConfig|SQS"
                  + " FIFO|{'MaximumConcurrency':5}|{'MaximumConcurrency':6}|SET|{}|{}|{}",
              "ScalingConfig|KINESIS DYNAMODB MSK SMK MQ"
                  + " DOCUMENTDB|{'MaximumConcurrency':5}|{'MaximumConcurrency':6}|SET|{}|{}|keep",
              "ProvisionedPollerConfig|SQS FIFO MSK"
                  + " SMK|{'MinimumPollers':5,'MaximumPollers':9}|{'MinimumPollers':6,'MaximumPollers':9}|SET|{}|{}|{}",
              "ProvisionedPollerConfig|KINESIS DYNAMODB MQ"
                  + " DOCUMENTDB|{'MinimumPollers':5,'MaximumPollers':9}|{'MinimumPollers':6,'MaximumPollers':9}|SET|{}|{}|keep",
              "SourceAccessConfigurations|SQS KINESIS|" + SECRETS + "|SET|-|-|keep",
              "SourceAccessConfigurations|MSK|" + SECRETS + "|SET|[]|[]|[]",
              "SourceAccessConfigurations|SMK MQ DOCUMENTDB|" + SECRETS + "|SET|[]|[]|keep",
              "AmazonManagedKafkaEventSourceConfig.ConsumerGroupId|MSK|'a'|'b'|FIXED|''|keep|reported",
              "AmazonManagedKafkaEventSourceConfig.SchemaRegistryConfig|MSK|"
                  + REGISTRIES
                  + "|SET|{}|{}|{}",
              "SelfManagedKafkaEventSourceConfig.ConsumerGroupId|SMK|'a'|'b'|FIXED|''|keep|reported",
              "SelfManagedKafkaEventSourceConfig.ConsumptionMode|SMK|'Queue'|'Stream'|FIXED|-|-|fixed",
              "SelfManagedKafkaEventSourceConfig.SchemaRegistryConfig|SMK|"
                  + REGISTRIES
                  + "|SET|{}|{}|{}",
              "AmazonManagedKafkaEventSourceConfig.SchemaRegistryConfig|SQS SMK|"
                  + REGISTRIES
                  + "|SET|-|-|keep",
              "SelfManagedKafkaEventSourceConfig.SchemaRegistryConfig|SQS MSK|"
                  + REGISTRIES
                  + "|SET|-|-|keep",
              "DocumentDBEventSourceConfig.DatabaseName|SQS|'a'|'b'|SET|-|-|keep",
              "DocumentDBEventSourceConfig.CollectionName|SQS|'a'|'b'|SET|-|-|keep",
              "DocumentDBEventSourceConfig.FullDocument|SQS|'UpdateLookup'|'Default'|SET|-|-|keep",
              "AmazonManagedKafkaEventSourceConfig.ConsumerGroupId|SQS|'a'|'b'|FIXED|''|keep|keep",
              "DocumentDBEventSourceConfig.DatabaseName|DOCUMENTDB|'a'|'b'|SET|''|keep|keep",
              "DocumentDBEventSourceConfig.CollectionName|DOCUMENTDB|'a'|'b'|SET|''|never|never",
              "DocumentDBEventSourceConfig.FullDocument|DOCUMENTDB|'UpdateLookup'|'Default'|SET|-|-|'Default'",
              "MetricsConfig|SQS KINESIS DYNAMODB MSK SMK MQ"
                  + " DOCUMENTDB|{'Metrics':['EventCount']}|{'Metrics':['EventCount','ErrorCount']}|SET|{}|{'Metrics':[]}|{'Metrics':[]}",
              "LoggingConfig|MSK"
                  + " SMK|{'SystemLogLevel':'DEBUG'}|{'SystemLogLevel':'INFO'}|SET|{}|reported|reported",
              "LoggingConfig|SQS|{'SystemLogLevel':'DEBUG'}|{'SystemLogLevel':'INFO'}|SET|-|-|keep")
          .flatMap(MemberCase::parse)
          .toList();

  private static Stream<MemberCase> parse(String line) {
    String[] cells = line.split("\\|", -1);
    return Stream.of(cells[1].split(" ", -1))
        .map(
            kind ->
                new MemberCase(
                    kind, cells[0], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]));
  }
}
