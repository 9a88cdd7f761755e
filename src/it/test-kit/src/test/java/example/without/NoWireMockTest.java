package example.without;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The other tests of this project pass although there is no WireMock. */
class NoWireMockTest {

  @Test
  void wireMockIsNotThere() {
    assertThrows(
        ClassNotFoundException.class,
        () -> Class.forName("com.github.tomakehurst.wiremock.client.WireMock"));
  }
}
