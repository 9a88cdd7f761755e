package io.github.lambdaesm.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * Sends prepared requests with HttpClient alone, with its default features and as many pooled
 * connections as the other contenders.
 */
public final class FloorCaller implements Caller {
  private static final int CONNECTIONS = 50;
  private static final byte[] CREATE = bytes(Payloads.CREATE);
  private static final byte[] CREATE_WITH_EVERY_MEMBER = bytes(Payloads.CREATE_WITH_EVERY_MEMBER);
  private static final String[][] HEADERS = {
    {
      "Authorization",
      "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261123/us-west-2/lambda/aws4_request,"
          + " SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date,"
          + " Signature=7d2c2e3c6aae1bd6a1c9a1a6d6f4f4c6e5a4d1b6c7f8e9d0a1b2c3d4e5f60718"
    },
    {"User-Agent", "lambda-esm-client/0.1.0 Java/17"},
    {"x-amz-content-sha256", "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"},
    {"X-Amz-Date", "20261123T120000Z"}
  };

  private final URI mappings;
  private final CloseableHttpClient client;

  /** Opens a client that calls the given endpoint. */
  public FloorCaller(URI endpoint) {
    mappings = endpoint.resolve("/2015-03-31/event-source-mappings");
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(CONNECTIONS)
                    .setMaxConnTotal(CONNECTIONS)
                    .build())
            .build();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Object create() {
    return post(CREATE);
  }

  @Override
  public Object createWithEveryMember() {
    return post(CREATE_WITH_EVERY_MEMBER);
  }

  @Override
  public Object list() {
    return send(new HttpGet(mappings));
  }

  @Override
  public Object meetConflict() {
    return post(CREATE);
  }

  private byte[] post(byte[] body) {
    HttpPost request = new HttpPost(mappings);
    request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    return send(request);
  }

  private byte[] send(HttpUriRequestBase request) {
    for (String[] header : HEADERS) {
      request.addHeader(header[0], header[1]);
    }
    try {
      return client.execute(request, response -> EntityUtils.toByteArray(response.getEntity()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
