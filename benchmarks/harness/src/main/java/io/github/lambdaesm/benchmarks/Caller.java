package io.github.lambdaesm.benchmarks;

/** Makes blocking calls with one of the compared clients. */
public interface Caller extends AutoCloseable {

  /** Creates a mapping with three members. */
  Object create();

  /** Creates a mapping with every member. */
  Object createWithEveryMember();

  /** Lists one page of mappings. */
  Object list();

  /** Creates a mapping that already exists, and returns the resulting error. */
  Object meetConflict();

  @Override
  void close();
}
