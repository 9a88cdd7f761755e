package io.github.lambdaesm.benchmarks;

/** One of the clients that are compared, with an endpoint. Each call waits for its answer. */
public interface Caller extends AutoCloseable {

  /** Creates a mapping with three members. */
  Object create();

  /** Creates a mapping with every member that there is. */
  Object createWithEveryMember();

  /** Lists one page. */
  Object list();

  /** Creates a mapping that is there already, and gives back what it makes of the refusal. */
  Object meetConflict();

  @Override
  void close();
}
