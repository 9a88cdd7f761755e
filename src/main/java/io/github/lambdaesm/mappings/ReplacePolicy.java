package io.github.lambdaesm.mappings;

/**
 * Chooses where the replacement of a mapping starts to read.
 *
 * <p>To replace a mapping, it is deleted and, once it is gone, created again. In between, no
 * records are read. If another caller creates a mapping in between, that one is used, wherever it
 * starts. Otherwise the replacement keeps the tags that the desired mapping leaves out and, unless
 * {@link EnsureOptions.Builder#exactly} is set, the settings. If a deployment ends in between,
 * apply the plan of its {@link ReplacementInterruptedException}. Ensuring the mapping again would
 * create it from the desired mapping alone, at its starting position.
 */
public enum ReplacePolicy {
  /**
   * Starts at the starting position of the desired mapping, or of the replaced one if the desired
   * mapping has none.
   *
   * <ul>
   *   <li>A stream or topic at {@code LATEST} loses the records that are written between the
   *       deletion and the start of the replacement, and those that the replaced mapping had not
   *       processed. At {@code TRIM_HORIZON}, it invokes the function again for all records that
   *       are still retained.
   *   <li>A Kafka consumer group with committed offsets continues there, wherever the desired
   *       mapping starts, if the desired mapping names the group.
   *   <li>A queue (Amazon SQS, Amazon MQ, a Kafka share group) keeps its messages until the
   *       replacement reads them. Messages that were being processed may be delivered twice.
   * </ul>
   */
  START_AS_DESIRED,

  /**
   * Continues about where the replaced mapping stopped. Reads some records twice rather than losing
   * any, with the exceptions below.
   *
   * <ul>
   *   <li>Kinesis, Amazon MSK, self-managed Kafka and DocumentDB start {@code AT_TIMESTAMP}, five
   *       minutes before the deletion. Records of these five minutes may be processed twice. Older
   *       records that the replaced mapping had not processed are lost: before you replace a
   *       mapping that lags, wait until it has caught up. If you change the stream or topic, its
   *       older records are skipped, too. If the replaced mapping is disabled, the new one starts
   *       at {@code TRIM_HORIZON}, because it is not known when it stopped: all records that are
   *       still retained may be processed twice. To continue exactly at the committed offsets of a
   *       Kafka consumer group, set its ID in the desired mapping.
   *   <li>DynamoDB Streams start at {@code TRIM_HORIZON}, because they cannot start at a timestamp:
   *       all records of the last 24 hours may be processed twice. None is lost.
   *   <li>Queues (Amazon SQS, Amazon MQ, Kafka share groups) have no position, and keep their
   *       messages. If the desired mapping is enabled, explicitly or by {@link
   *       EnsureOptions.Builder#exactly}, an enabled mapping is disabled first, so that it receives
   *       no message when it is deleted. If you leave {@code enabled} open, the mapping is not
   *       disabled first, because an interrupted deployment would leave it disabled. Messages that
   *       were being processed may be delivered twice.
   * </ul>
   */
  CONTINUE
}
