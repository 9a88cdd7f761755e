package io.github.lambdaesm.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdaesm.internal.settings.AwsSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.utils.StringInputStream;

/** Resolves the endpoint from several sources. The first one that is set wins. */
class EndpointSettingsTest {
  private static final String DEFAULT = "https://lambda.eu-west-1.amazonaws.com";

  private final Map<String, String> environment = new HashMap<>();
  private String profiles = "[default]\n";

  @AfterEach
  void clear() {
    System.clearProperty("aws.endpointUrlLambda");
    System.clearProperty("aws.endpointUrl");
    System.clearProperty("aws.useFipsEndpoint");
    System.clearProperty("aws.useDualstackEndpoint");
  }

  @Test
  void resolvesSourcesInOrderOfPrecedence() {
    assertThat(resolve()).isEqualTo(DEFAULT);

    profiles = "[default]\nendpoint_url = http://profile\n";
    assertThat(resolve()).isEqualTo("http://profile");

    profiles += "lambda.endpoint_url = http://lambda-profile\n";
    assertThat(resolve()).isEqualTo("http://lambda-profile");

    profiles += "services = mine\n[services mine]\nlambda =\n  endpoint_url = http://services\n";
    assertThat(resolve()).isEqualTo("http://services");

    environment.put("AWS_ENDPOINT_URL", "http://variable");
    assertThat(resolve()).isEqualTo("http://variable");

    environment.put("AWS_ENDPOINT_URL_LAMBDA", "http://lambda-variable:1/x");
    assertThat(resolve()).isEqualTo("http://lambda-variable:1/x");

    System.setProperty("aws.endpointUrl", "http://property");
    assertThat(resolve()).isEqualTo("http://property");

    System.setProperty("aws.endpointUrlLambda", "http://lambda-property");
    assertThat(resolve()).isEqualTo("http://lambda-property");

    assertThat(resolve(URI.create("http://code"), null, null)).isEqualTo("http://code");
  }

  @Test
  void ignoresConfiguredEndpointWhenAVariableSaysSo() {
    environment.put("AWS_ENDPOINT_URL", "http://variable");

    environment.put("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
    assertThat(resolve()).isEqualTo(DEFAULT);
    assertThat(resolve(URI.create("http://code"), null, null)).isEqualTo("http://code");

    environment.put("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "false");
    assertThat(resolve()).isEqualTo("http://variable");
  }

  @Test
  void ignoresConfiguredEndpointWhenTheProfileSaysSo() {
    profiles = "[default]\nendpoint_url = http://profile\nignore_configured_endpoint_urls = true\n";

    assertThat(resolve()).isEqualTo(DEFAULT);
  }

  @Test
  void treatsBlankAsUnset() {
    environment.put("AWS_ENDPOINT_URL", " ");

    assertThat(resolve()).isEqualTo(DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:4566", "ftp://host", "http://a b", "http://host?x=y"})
  void rejectsInvalidEndpoint(String endpoint) {
    environment.put("AWS_ENDPOINT_URL", endpoint);

    assertThatThrownBy(this::resolve)
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("The endpoint cannot be called: ");
  }

  @Test
  void readsFipsAndDualstackFromCodeOrProperties() {
    assertThat(resolve(null, true, null)).isEqualTo("https://lambda-fips.eu-west-1.amazonaws.com");
    assertThat(resolve(null, null, true)).isEqualTo("https://lambda.eu-west-1.api.aws");

    System.setProperty("aws.useFipsEndpoint", "true");
    System.setProperty("aws.useDualstackEndpoint", "true");
    assertThat(resolve()).isEqualTo("https://lambda-fips.eu-west-1.api.aws");
    assertThat(resolve(null, false, false)).isEqualTo(DEFAULT);
  }

  @Test
  void readsFipsAndDualstackFromTheProfile() {
    profiles = "[default]\nuse_fips_endpoint = true\nuse_dualstack_endpoint = true\n";

    assertThat(resolve()).isEqualTo("https://lambda-fips.eu-west-1.api.aws");
  }

  @Test
  void rejectsInvalidBoolean() {
    for (String variable :
        List.of("AWS_USE_FIPS_ENDPOINT", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")) {
      environment.clear();
      environment.put(variable, "yes");

      assertThatThrownBy(this::resolve)
          .isInstanceOf(SdkClientException.class)
          .hasMessage(
              "the environment variable " + variable + " is \"yes\"; it must be true or false");
    }
  }

  @Test
  void rejectsFipsWithAnEndpointOverride() {
    assertThatThrownBy(() -> resolve(URI.create("http://code"), true, null))
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("http://code")
        .hasMessageContaining("fips");
  }

  private String resolve() {
    return resolve(null, null, null);
  }

  private String resolve(URI override, Boolean fips, Boolean dualstack) {
    ProfileFile file =
        ProfileFile.builder()
            .content(new StringInputStream(profiles))
            .type(ProfileFile.Type.CONFIGURATION)
            .build();
    EndpointSettings settings =
        new EndpointSettings(
            override, fips, dualstack, new AwsSettings(environment::get, () -> file, "default"));
    return new EndpointResolver(() -> Region.EU_WEST_1, settings).resolve().uri().toString();
  }
}
