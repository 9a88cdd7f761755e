package io.github.lambdaesm.benchmarks;

import java.net.URI;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** Makes the calls of {@link OurCaller} over url-connection-client. */
public final class OurUrlConnectionCaller extends OurCaller {
  /** Opens a client that calls the given endpoint. */
  public OurUrlConnectionCaller(URI endpoint) {
    super(builder(endpoint).httpClientBuilder(UrlConnectionHttpClient.builder()).build());
  }
}
