package example;

import static example.Expectations.expect;
import static example.Expectations.expectThrown;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.testing.FakeLambda;

/** Checks that neither a client nor a fake is built on libraries that are too old for it. */
public final class TooOldCheck {
  private TooOldCheck() {}

  public static void main(String[] args) {
    IllegalStateException e = expectThrown(IllegalStateException.class, LambdaClient::create);

    expect(true, e.getMessage().contains("httpclient5 5.4 or newer, but found 5.3.1"));
    System.out.println("OK: names the library that is too old");

    e = expectThrown(IllegalStateException.class, FakeLambda::start);
    expect(true, e.getMessage().contains("httpcore5 5.3 or newer"));
    System.out.println("OK: FakeLambda names the library that is too old");
  }
}
