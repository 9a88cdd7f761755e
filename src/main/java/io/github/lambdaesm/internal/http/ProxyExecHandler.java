package io.github.lambdaesm.internal.http;

import java.io.IOException;
import java.net.ConnectException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;

/**
 * Sends a proxy its credentials, and turns a proxy's error responses and failures into {@link
 * ConnectException}s. Otherwise, HttpClient would return a proxy's response to a rejected tunnel as
 * the service's response.
 */
final class ProxyExecHandler implements ExecChainHandler {
  private final ProxySettings settings;

  ProxyExecHandler(ProxySettings settings) {
    this.settings = settings;
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    Proxy proxy = settings.proxyFor(scope.route.getTargetHost());
    return proxy == null
        ? chain.proceed(request, scope)
        : executeThrough(proxy, request, scope, chain);
  }

  private static ClassicHttpResponse executeThrough(
      Proxy proxy, ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    authenticate(proxy, scope);
    ClassicHttpResponse response;
    try {
      response = chain.proceed(request, scope);
    } catch (ConnectionRequestTimeoutException e) {
      // The pool failed, not the proxy.
      throw e;
    } catch (IOException | HttpException e) {
      if (isConnected(scope)) {
        throw e;
      }
      throw cannotConnect(proxy, e instanceof IOException io ? io : new ClientProtocolException(e));
    }
    if (isFromProxy(response, scope)) {
      // The response is not closed here: the transport aborts an exchange that fails.
      throw rejected(proxy, scope, response.getCode());
    }
    return response;
  }

  /** Authenticates preemptively, because after a challenge the body could not be sent again. */
  private static void authenticate(Proxy proxy, ExecChain.Scope scope) {
    UsernamePasswordCredentials credentials = proxy.credentials();
    if (credentials != null) {
      BasicScheme basic = new BasicScheme();
      basic.initPreemptive(credentials);
      scope.clientContext.resetAuthExchange(scope.route.getProxyHost(), basic);
    }
  }

  /**
   * Returns whether the connection to the service was established: HttpClient records the route
   * right before it sends the request.
   */
  private static boolean isConnected(ExecChain.Scope scope) {
    return scope.clientContext.getHttpRoute() != null;
  }

  private static boolean isFromProxy(ClassicHttpResponse response, ExecChain.Scope scope) {
    return !isConnected(scope)
        || (!scope.route.isTunnelled()
            && response.getCode() == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED);
  }

  private static ConnectException cannotConnect(Proxy proxy, IOException e) {
    IOException cause = ApacheExceptions.translate(e);
    ConnectException failure =
        new ConnectException(
            "cannot connect through the proxy %s: %s"
                .formatted(proxy.address(), cause.getMessage()));
    failure.initCause(cause);
    return failure;
  }

  private static ConnectException rejected(Proxy proxy, ExecChain.Scope scope, int status) {
    String message =
        "the proxy %s rejected the connection to %s with status %d"
            .formatted(proxy.address(), scope.route.getTargetHost().toHostString(), status);
    return new ConnectException(
        status == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED
            ? message
                + ": set its user and password in HTTPS_PROXY or with https.proxyUser and"
                + " https.proxyPassword; the proxy must accept Basic authentication"
            : message);
  }
}
