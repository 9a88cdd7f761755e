package io.github.lambdaesm.internal.time;

import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;

/** The option by which the test kit gives its own client the fake's time. */
public final class TimeOption extends SdkAdvancedClientOption<Time> {
  /** The time by which deadlines and pauses are measured. Default: {@link Time#SYSTEM}. */
  public static final TimeOption TIME = new TimeOption();

  private TimeOption() {
    super(Time.class);
  }
}
