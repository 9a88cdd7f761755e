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
 * Tells a proxy the credentials that are set for it, and tells its refusals and failures from those
 * of the service: HttpClient hands out the refusal of a tunnel as if it were the service's answer.
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
    return proxy == null ? chain.proceed(request, scope) : through(proxy, request, scope, chain);
  }

  private static ClassicHttpResponse through(
      Proxy proxy, ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    authenticate(proxy, scope);
    ClassicHttpResponse response;
    try {
      response = chain.proceed(request, scope);
    } catch (ConnectionRequestTimeoutException e) {
      // That was the pool, not the proxy.
      throw e;
    } catch (IOException | HttpException e) {
      if (isUnderWay(scope)) {
        throw e;
      }
      throw noWay(proxy, e instanceof IOException io ? io : new ClientProtocolException(e));
    }
    if (isOfProxy(response, scope)) {
      // The transport closes the connection of an exchange that has failed.
      throw refused(proxy, scope, response.getCode());
    }
    return response;
  }

  /** Unasked, because a body that can be sent only once cannot follow a challenge. */
  private static void authenticate(Proxy proxy, ExecChain.Scope scope) {
    UsernamePasswordCredentials credentials = proxy.credentials();
    if (credentials != null) {
      BasicScheme basic = new BasicScheme();
      basic.initPreemptive(credentials);
      scope.clientContext.resetAuthExchange(scope.route.getProxyHost(), basic);
    }
  }

  /** Whether there was a way to the service: HttpClient notes its route right before it sends. */
  private static boolean isUnderWay(ExecChain.Scope scope) {
    return scope.clientContext.getHttpRoute() != null;
  }

  private static boolean isOfProxy(ClassicHttpResponse response, ExecChain.Scope scope) {
    return !isUnderWay(scope)
        || (!scope.route.isTunnelled()
            && response.getCode() == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED);
  }

  private static ConnectException noWay(Proxy proxy, IOException e) {
    IOException cause = ApacheExceptions.translate(e);
    ConnectException failure =
        new ConnectException(
            "there is no way through the proxy %s: %s"
                .formatted(proxy.address(), cause.getMessage()));
    failure.initCause(cause);
    return failure;
  }

  private static ConnectException refused(Proxy proxy, ExecChain.Scope scope, int status) {
    String message =
        "the proxy %s refused the way to %s with status %d"
            .formatted(proxy.address(), scope.route.getTargetHost().toHostString(), status);
    return new ConnectException(
        status == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED
            ? message
                + ": set the user and the password that it asks for, in HTTPS_PROXY or with"
                + " https.proxyUser and https.proxyPassword; it must accept Basic authentication"
            : message);
  }
}
