package io.github.lambdaesm.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads proxies, and the hosts to call directly, from properties and variables. */
class ProxySettingsTest {
  private static final String LAMBDA = "https://lambda.eu-west-1.amazonaws.com";

  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> originals = new HashMap<>();

  @BeforeEach
  void clearProperties() {
    for (String scheme : List.of("http", "https")) {
      for (String name : List.of("proxyHost", "proxyPort", "proxyUser", "proxyPassword")) {
        remember(scheme + "." + name);
      }
    }
    remember("http.nonProxyHosts");
  }

  private void remember(String property) {
    originals.put(property, System.getProperty(property));
    System.clearProperty(property);
  }

  @AfterEach
  void restoreProperties() {
    originals.forEach(
        (property, value) -> {
          if (value == null) {
            System.clearProperty(property);
          } else {
            System.setProperty(property, value);
          }
        });
  }

  private Proxy proxyFor(String endpoint) {
    return ProxySettings.read(environment::get).proxyFor(host(endpoint));
  }

  private static HttpHost host(String endpoint) {
    URI uri = URI.create(endpoint);
    int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
    return new HttpHost(uri.getScheme(), uri.getHost(), port);
  }

  private String addressFor(String endpoint) {
    Proxy proxy = proxyFor(endpoint);
    return proxy == null ? "direct" : proxy.address().toURI();
  }

  @Test
  void usesNoProxyByDefault() {
    assertThat(addressFor(LAMBDA)).isEqualTo("direct");
  }

  @Test
  void prefersPropertyThenLowerCaseVariable() {
    environment.put("HTTPS_PROXY", "http://capitals:1");
    assertThat(addressFor(LAMBDA)).isEqualTo("http://capitals:1");

    environment.put("https_proxy", "http://small:2");
    assertThat(addressFor(LAMBDA)).isEqualTo("http://small:2");

    System.setProperty("https.proxyHost", "property");
    assertThat(addressFor(LAMBDA)).isEqualTo("http://property:443");

    System.setProperty("https.proxyPort", "3");
    assertThat(addressFor(LAMBDA)).isEqualTo("http://property:3");
  }

  @Test
  void selectsTheProxyByEndpointScheme() {
    environment.put("HTTP_PROXY", "plain:1");
    System.setProperty("https.proxyHost", "secure");
    assertThat(addressFor("http://host:4566")).isEqualTo("http://plain:1");
    assertThat(addressFor(LAMBDA)).isEqualTo("http://secure:443");

    System.setProperty("http.proxyHost", "property");
    assertThat(addressFor("http://host:4566")).isEqualTo("http://property:80");
  }

  @Test
  void ignoresNonProxyHostsOfTheOtherSource() {
    environment.put("HTTPS_PROXY", "variable:1");
    System.setProperty("http.nonProxyHosts", "*");
    assertThat(addressFor(LAMBDA)).isEqualTo("http://variable:1");

    System.setProperty("https.proxyHost", "property");
    System.clearProperty("http.nonProxyHosts");
    environment.put("NO_PROXY", "*");
    assertThat(addressFor(LAMBDA)).isEqualTo("http://property:443");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void treatsBlankAsUnset(String blank) {
    for (String property : List.copyOf(originals.keySet())) {
      System.setProperty(property, blank);
    }
    for (String name : List.of("https_proxy", "HTTPS_PROXY", "HTTP_PROXY", "no_proxy")) {
      environment.put(name, blank);
    }
    assertThat(addressFor(LAMBDA)).isEqualTo("direct");

    environment.put("HTTPS_PROXY", " http://proxy:1 ");
    environment.put("NO_PROXY", " .amazonaws.com ");
    assertThat(addressFor("https://other.example")).isEqualTo("http://proxy:1");
    assertThat(addressFor(LAMBDA)).isEqualTo("direct");

    System.setProperty("https.proxyHost", " property ");
    assertThat(addressFor(LAMBDA)).isEqualTo("http://property:443");
    assertThat(proxyFor(LAMBDA).credentials()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "http://proxy:3128, http://proxy:3128",
    "http://proxy:3128/, http://proxy:3128",
    "http://@proxy:3128, http://proxy:3128",
    "http://proxy, http://proxy:80",
    "https://proxy, https://proxy:443",
    "HTTPS://proxy:8443, https://proxy:8443",
    "proxy.example:3128, http://proxy.example:3128",
    "proxy, http://proxy:80",
    "10.0.0.1:3128, http://10.0.0.1:3128",
    "http://my_proxy:65535, http://my_proxy:65535",
    "http://[::1]:3128, http://[::1]:3128",
  })
  void acceptsUrlOrHostAndPort(String value, String expected) {
    environment.put("HTTPS_PROXY", value);

    assertThat(addressFor(LAMBDA)).isEqualTo(expected);
    assertThat(proxyFor(LAMBDA).credentials()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "http://user:secret@proxy:1, user, secret",
    "user:secret@proxy:1, user, secret",
    "http://user@proxy:1, user, ''",
    "http://us%40er:p%40ss%3A%2F%25+1@proxy:1, us@er, p@ss:/%+1",
    "http://user:a:b@proxy:1, user, a:b",
    "http://user:%C3%BC@proxy:1, user, ü"
  })
  void readsCredentialsFromTheUrl(String url, String user, String password) {
    environment.put("HTTPS_PROXY", url);

    assertThat(addressFor(LAMBDA)).isEqualTo("http://proxy:1");
    assertThat(proxyFor(LAMBDA).credentials().getUserName()).isEqualTo(user);
    assertThat(proxyFor(LAMBDA).credentials().getUserPassword()).containsExactly(chars(password));
  }

  @Test
  void omitsThePasswordFromToString() {
    environment.put("HTTPS_PROXY", "http://user:secret@proxy:1");

    Proxy proxy = proxyFor(LAMBDA);
    List<Object> holders =
        List.of(ProxySettings.read(environment::get), proxy, proxy.credentials());

    assertThat(holders).extracting(Object::toString).noneMatch(text -> text.contains("secret"));
  }

  private static char[] chars(String text) {
    return text.toCharArray();
  }

  @Test
  void readsCredentialsOfPropertiesUndecoded() {
    System.setProperty("https.proxyHost", "proxy");
    System.setProperty("https.proxyUser", "us@er%41");
    System.setProperty("https.proxyPassword", "p:/ß+%");

    assertThat(proxyFor(LAMBDA).credentials().getUserName()).isEqualTo("us@er%41");
    assertThat(proxyFor(LAMBDA).credentials().getUserPassword()).containsExactly(chars("p:/ß+%"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://",
        "http://user:secret@",
        "http://user:secret@:3128",
        "http://user:secret@proxy:port",
        "http://user:secret@proxy:0",
        "http://user:secret@proxy:65536",
        "http://user:secret@proxy:1234567890123",
        "socks5://user:secret@proxy:1080",
        "ftp://user:secret@proxy",
        "http://user:secret@proxy:3128/path",
        "http://user:sec/secret@proxy:3128",
        "http://user:secret@x@proxy:3128",
        "http://a b:3128"
      })
  void rejectsInvalidProxyWithoutRepeatingIt(String url) {
    environment.put("HTTPS_PROXY", url);

    assertThatThrownBy(() -> proxyFor(LAMBDA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageStartingWith(
            "the environment variable https_proxy or HTTPS_PROXY cannot be used")
        .hasMessageContaining("http://HOST:PORT")
        .hasMessageContaining("blank")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource({"proxy:3128, ", "a b, ", "proxy, x", "proxy, -1", "proxy, 70000"})
  void namesInvalidProperty(String host, String port) {
    System.setProperty("https.proxyHost", host);
    if (port != null) {
      System.setProperty("https.proxyPort", port);
    }

    assertThatThrownBy(() -> proxyFor(LAMBDA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "the system property https.proxyHost (HOST alone) or https.proxyPort (PORT) cannot be used");
  }

  @ParameterizedTest
  @CsvSource({
    "amazonaws.com, https://lambda.eu-west-1.amazonaws.com, true",
    ".amazonaws.com, https://lambda.eu-west-1.amazonaws.com, true",
    "*.amazonaws.com, https://lambda.eu-west-1.amazonaws.com, true",
    "amazonaws.com, https://amazonaws.com, true",
    ".amazonaws.com, https://amazonaws.com, true",
    "amazonaws.com, https://notamazonaws.com, false",
    "amazonaws.com, https://amazonaws.com.example, false",
    "AmazonAWS.com, https://LAMBDA.eu-west-1.amazonaws.COM, true",
    "lambda.*.amazonaws.com, https://lambda.eu-west-1.amazonaws.com, true",
    "lambda.eu-west-1.amazonaws.com, https://amazonaws.com, false",
    "a.b, https://axb, false",
    "*, https://lambda.eu-west-1.amazonaws.com, true",
    "'other, ,amazonaws.com ,', https://lambda.eu-west-1.amazonaws.com, true",
    "'other,', https://lambda.eu-west-1.amazonaws.com, false",
    "host, https://host:4566, true",
    "host:4566, https://host:4566, true",
    "host:4567, https://host:4566, false",
    "host:443, https://host, true",
    "amazonaws.com:443, https://lambda.eu-west-1.amazonaws.com, true",
    "10.0.0.1, https://10.0.0.1:4566, true",
    "10.*, https://10.0.0.1:4566, true",
    "2001:db8::1, https://[2001:db8::1]:4566, true",
    "[2001:db8::1], https://[2001:db8::1]:4566, true",
    "[2001:db8::1]:4566, https://[2001:db8::1]:4566, true",
    "[2001:db8::1]:4567, https://[2001:db8::1]:4566, false",
    "2001:db8:0:0::1, https://[2001:DB8::1]:4566, true",
    "10.0.0.0/8, https://10.1.2.3:4566, true",
    "10.0.0.0/8, https://11.1.2.3:4566, false",
    "10.0.0.0/8, https://lambda.eu-west-1.amazonaws.com, false",
    "192.168.1.0/25, https://192.168.1.127, true",
    "192.168.1.0/25, https://192.168.1.128, false",
    "192.168.1.7/32, https://192.168.1.7, true",
    "0.0.0.0/0, https://192.168.1.7, true",
    "0.0.0.0/0, https://[2001:db8::1], false",
    "10.0.0.0/33, https://10.0.0.0, false",
    "10.0.0.0/, https://10.0.0.0, false",
    "10.0.0.0/x, https://10.0.0.0, false",
    "10.0.0.0/9999999999, https://10.0.0.0, false",
    "2001:db8::/32, https://[2001:db8:1::1]:4566, true",
    "[2001:db8::]/32, https://[2001:db8:1::1]:4566, true",
    "2001:db8::/32, https://[2001:db9::1]:4566, false",
    "other amazonaws.com, https://lambda.eu-west-1.amazonaws.com, true",
    "'other\tamazonaws.com', https://lambda.eu-west-1.amazonaws.com, true",
    "'other, 10.0.0.0/8 x', https://10.1.2.3:4566, true",
    "amazonaws.com., https://lambda.eu-west-1.amazonaws.com, true",
    ".amazonaws.com., https://lambda.eu-west-1.amazonaws.com, true",
    "amazonaws.com, https://lambda.eu-west-1.amazonaws.com., true",
    "host.:4566, https://host:4566, true",
    "2.3, https://10.1.2.3:4566, false"
  })
  void matchesNoProxyVariableWithSubdomains(String entries, String endpoint, boolean direct) {
    environment.put("HTTPS_PROXY", "proxy:1");
    environment.put("NO_PROXY", entries);

    assertThat(addressFor(endpoint)).isEqualTo(direct ? "direct" : "http://proxy:1");
  }

  @ParameterizedTest
  @CsvSource({
    "lambda.eu-west-1.amazonaws.com, https://lambda.eu-west-1.amazonaws.com, true",
    "*.amazonaws.com, https://lambda.eu-west-1.amazonaws.com, true",
    "*.AMAZONAWS.com, https://lambda.eu-west-1.amazonaws.com, true",
    "lambda.*, https://lambda.eu-west-1.amazonaws.com, true",
    "amazonaws.com, https://lambda.eu-west-1.amazonaws.com, false",
    ".amazonaws.com, https://lambda.eu-west-1.amazonaws.com, false",
    "*.amazonaws.com, https://amazonaws.com, false",
    "other | *.amazonaws.com |, https://lambda.eu-west-1.amazonaws.com, true",
    "'other,*.amazonaws.com', https://lambda.eu-west-1.amazonaws.com, false",
    "|, https://lambda.eu-west-1.amazonaws.com, false",
    "*, https://lambda.eu-west-1.amazonaws.com, true",
    "host|10.*|[2001:db8::1], https://[2001:db8::1]:1, true",
    "host|10.*|[2001:db8::1], https://10.0.0.1:1, true",
    "host|10.*|[2001:db8::1], https://host:1, true"
  })
  void matchesNonProxyHostsPropertyAgainstTheWholeHost(
      String entries, String endpoint, boolean direct) {
    System.setProperty("https.proxyHost", "proxy");
    System.setProperty("http.nonProxyHosts", entries);

    assertThat(addressFor(endpoint)).isEqualTo(direct ? "direct" : "http://proxy:443");
  }

  @Test
  void appliesNonProxyHostsToPlainHttp() {
    System.setProperty("http.proxyHost", "proxy");
    System.setProperty("http.nonProxyHosts", "host");

    assertThat(addressFor("http://host:4566")).isEqualTo("direct");
    assertThat(addressFor("http://other:4566")).isEqualTo("http://proxy:80");
  }

  @ParameterizedTest
  @CsvSource({
    "proxy:1, https://localhost:4566, true",
    "proxy:1, https://LOCALHOST:4566, true",
    "proxy:1, https://127.0.0.1:4566, true",
    "proxy:1, https://127.1.2.3, true",
    "proxy:1, https://[::1]:4566, true",
    "proxy:1, https://127.0.0.1.example, false",
    "proxy:1, https://localhost.example, false",
    "localhost:1, https://localhost:4566, false",
    "localhost:1, https://127.0.0.1:4566, false",
    "127.0.0.1:1, https://[::1]:4566, false",
    "[::1]:1, https://localhost:4566, false"
  })
  void bypassesRemoteProxyForLoopbackEndpoint(String proxy, String endpoint, boolean direct) {
    environment.put("HTTPS_PROXY", proxy);

    assertThat(addressFor(endpoint)).isEqualTo(direct ? "direct" : "http://" + proxy);
  }

  @Test
  void readsSettingsOnlyOnce() {
    environment.put("HTTPS_PROXY", "proxy:1");
    ProxySettings settings = ProxySettings.read(environment::get);

    environment.clear();
    System.setProperty("https.proxyHost", "property");

    assertThat(settings.proxyFor(host(LAMBDA)).address().toHostString()).isEqualTo("proxy:1");
  }
}
