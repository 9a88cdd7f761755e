package io.github.lambdaesm.internal.time;

import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;

/** The client option with which the test kit makes its client use the fake's time. */
public final class TimeSourceOption extends SdkAdvancedClientOption<TimeSource> {
  /** The time source for deadlines and delays. Default: {@link TimeSource#SYSTEM}. */
  public static final TimeSourceOption TIME = new TimeSourceOption();

  private TimeSourceOption() {
    super(TimeSource.class);
  }
}
