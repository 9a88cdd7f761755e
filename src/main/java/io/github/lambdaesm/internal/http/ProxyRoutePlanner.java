package io.github.lambdaesm.internal.http;

import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Routes each request through the proxy for its host, or directly if there is none. */
final class ProxyRoutePlanner extends DefaultRoutePlanner {
  private final ProxySettings settings;

  ProxyRoutePlanner(ProxySettings settings) {
    super(null);
    this.settings = settings;
  }

  @Override
  protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
    Proxy proxy = settings.proxyFor(target);
    return proxy == null ? null : proxy.address();
  }
}
