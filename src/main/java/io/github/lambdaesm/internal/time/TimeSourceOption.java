package io.github.lambdaesm.internal.time;

import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;

/** The option by which the test kit gives its own client the fake's time. */
public final class TimeSourceOption extends SdkAdvancedClientOption<TimeSource> {
  /** The time by which deadlines and pauses are measured. Default: {@link TimeSource#SYSTEM}. */
  public static final TimeSourceOption TIME = new TimeSourceOption();

  private TimeSourceOption() {
    super(TimeSource.class);
  }
}
