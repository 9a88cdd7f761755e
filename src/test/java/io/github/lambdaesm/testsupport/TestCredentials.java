package io.github.lambdaesm.testsupport;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Credentials for tests, which grant access to nothing. */
public final class TestCredentials {
  public static final String ACCESS_KEY = "AKIDEXAMPLE";
  public static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  public static final String SESSION_TOKEN = "IQoJb3JpZ2luX2VjEXAMPLE/token+with/slashes==";

  public static final StaticCredentialsProvider BASIC =
      StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY));

  public static final StaticCredentialsProvider SESSION =
      StaticCredentialsProvider.create(
          AwsSessionCredentials.create(ACCESS_KEY, SECRET_KEY, SESSION_TOKEN));

  private TestCredentials() {}
}
