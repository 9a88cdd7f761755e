package example;

import static example.Expectations.expect;
import static example.Expectations.expectThrown;

import io.github.lambdaesm.LambdaClient;
import io.github.lambdaesm.testing.FakeLambda;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

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

    LambdaClient.builder().httpClient(new OwnHttpClient()).build().close();
    System.out.println("OK: needs no HttpClient beside another HTTP client");
  }

  /** Needs no library. It is never used. */
  private static final class OwnHttpClient implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
