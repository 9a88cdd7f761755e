package io.github.lambdaesm.awssdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.lambdaesm.model.Filter;
import io.github.lambdaesm.model.FilterCriteriaError;
import io.github.lambdaesm.testsupport.CapturedLog;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.LocationTrait;

/** Converts between this library and an AWS SDK that is newer or older. */
class ModelConverterTest {

  /** An object of another version of the AWS SDK. Each test has its own class. */
  private abstract static class OtherVersion implements SdkPojo {
    final Map<String, String> values = new TreeMap<>();
    private final String[] names;

    OtherVersion(String... names) {
      this.names = names;
    }

    @Override
    public List<SdkField<?>> sdkFields() {
      return java.util.Arrays.stream(names).<SdkField<?>>map(OtherVersion::field).toList();
    }

    private static SdkField<String> field(String name) {
      return SdkField.<String>builder(MarshallingType.STRING)
          .memberName(name)
          .getter(pojo -> ((OtherVersion) pojo).values.get(name))
          .setter((pojo, value) -> ((OtherVersion) pojo).values.put(name, value))
          .traits(
              LocationTrait.builder().location(MarshallLocation.PAYLOAD).locationName(name).build())
          .build();
    }

    @Override
    public boolean equalsBySdkFields(Object other) {
      return other instanceof OtherVersion that && values.equals(that.values);
    }
  }

  private static final class NewerFilter extends OtherVersion {
    NewerFilter() {
      super("Pattern", "NewMember");
    }
  }

  @Test
  void rejectsMemberOfRequestThatThisLibraryLacks() {
    NewerFilter filter = new NewerFilter();
    filter.values.put("Pattern", "{}");
    assertThat(ModelConverter.fromSdk(filter, Filter.class).pattern()).isEqualTo("{}");

    filter.values.put("NewMember", "x");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelConverter.fromSdk(filter, Filter.class))
        .withMessage(
            "Filter.NewMember is set, but this version of lambda-esm-client does not have it; leave it"
                + " out, or use a newer version");
  }

  private static final class OlderFilter extends OtherVersion {
    OlderFilter() {
      super("OldMember");
    }
  }

  @Test
  void rejectsMemberOfRequestThatTheSdkLacks() {
    assertThat(ModelConverter.toSdk(Filter.builder().build(), new OlderFilter()).values).isEmpty();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> ModelConverter.toSdk(Filter.builder().pattern("{}").build(), new OlderFilter()))
        .withMessageContaining("Filter.Pattern is set, but the AWS SDK on the class path");
  }

  private static final class OtherError extends OtherVersion {
    OtherError() {
      super("ErrorCode", "NewMember");
    }
  }

  @Test
  void losesMembersOfResponseThatOneSideLacks() {
    OtherError theirs = new OtherError();
    theirs.values.put("ErrorCode", "c");
    theirs.values.put("NewMember", "x");
    FilterCriteriaError ours = FilterCriteriaError.builder().errorCode("c").message("m").build();

    assertThat(ModelConverter.fromSdk(theirs, FilterCriteriaError.class))
        .isEqualTo(FilterCriteriaError.builder().errorCode("c").build());
    assertThat(ModelConverter.toSdk(ours, new OtherError()).values)
        .isEqualTo(Map.of("ErrorCode", "c"));
  }

  private static final class LoggedError extends OtherVersion {
    LoggedError() {
      super("ErrorCode", "NewMember");
    }
  }

  @Test
  void logsMembersOfResponseThatOneSideLacks() {
    LoggedError theirs = new LoggedError();
    theirs.values.put("NewMember", "x");
    FilterCriteriaError ours = FilterCriteriaError.builder().errorCode("c").message("m").build();

    try (CapturedLog log = CapturedLog.of(ModelConverter.class)) {
      ModelConverter.toSdk(FilterCriteriaError.builder().errorCode("c").build(), new LoggedError());
      assertThat(log.lines()).isEmpty();

      ModelConverter.toSdk(ours, new LoggedError());
      ModelConverter.fromSdk(theirs, FilterCriteriaError.class);
      assertThat(log.lines())
          .containsExactly(
              "DEBUG FilterCriteriaError.Message is lost, because the AWS SDK on the class path does"
                  + " not have it",
              "DEBUG FilterCriteriaError.NewMember is lost, because this version of"
                  + " lambda-esm-client does not have it");
    }
  }

  private static final class Mock extends OtherVersion {}

  /** Mockito's mocks of models return empty lists. */
  @Test
  void rejectsMocksOfModels() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ModelConverter.fromSdk(new Mock(), Filter.class))
        .withMessageContaining("Filter of the AWS SDK has no members")
        .withMessageContaining("mock");
  }
}
