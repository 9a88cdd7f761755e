package example;

import static example.Expectations.expect;
import static example.Expectations.expectThrown;

import io.github.lambdaesm.LambdaClient;

/** Checks that a client is not built on an HttpClient that is too old for it. */
public final class TooOldCheck {
  private TooOldCheck() {}

  public static void main(String[] args) {
    IllegalStateException e = expectThrown(IllegalStateException.class, LambdaClient::create);

    expect(true, e.getMessage().contains("httpclient5 5.3.1"));
    System.out.println("OK: names the library that is too old");
  }
}
