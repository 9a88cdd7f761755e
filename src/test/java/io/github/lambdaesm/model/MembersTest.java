package io.github.lambdaesm.model;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.commons.support.ReflectionSupport.invokeMethod;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.lambdaesm.AwsSdkParityTest;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;

/**
 * Verifies that the models have the members, setters and constants of the AWS SDK. They may have
 * more, because the SDK on the class path may be older.
 */
class MembersTest {
  private static final String MODELS = "io.github.lambdaesm.model.ModelClasses#structures";
  private static final Set<String> COMMON_METHODS =
      Set.of(
          "hashCode",
          "overrideConfiguration",
          "toString",
          "toBuilder",
          "copy",
          "sdkFields",
          "sdkFieldNameToField",
          "sdkHttpResponse",
          "responseMetadata");

  @ParameterizedTest
  @MethodSource(MODELS)
  void writesEveryMemberOfTheApi(Class<? extends Structure> model)
      throws ReflectiveOperationException {
    JsonNode json = ModelJson.MAPPER.valueToTree(SampleModels.sample(model, 1));
    SdkPojo builder =
        (SdkPojo) requireNonNull(invokeMethod(sdkClass(model).getMethod("builder"), null));

    assertThat(json.fieldNames())
        .toIterable()
        .as("JSON members of %s; %s", model.getSimpleName(), AwsSdkParityTest.REMEDY)
        .containsAll(builder.sdkFields().stream().map(MembersTest::nameInJson).toList());
  }

  /** Returns the name that our JSON uses. A query parameter may have another name in the URL. */
  private static String nameInJson(SdkField<?> member) {
    return member.location() == MarshallLocation.PAYLOAD
        ? member.locationName()
        : member.memberName();
  }

  @ParameterizedTest
  @MethodSource(MODELS)
  void hasEverySetterOfTheSdk(Class<? extends Structure> model)
      throws ReflectiveOperationException {
    Class<?> sdkBuilder = sdkClass(model).getMethod("builder").getReturnType();

    assertThat(ModelMember.of(model).stream().flatMap(member -> member.setters().stream()))
        .extracting(MembersTest::signature)
        .as("setters of %s; %s", model.getSimpleName(), AwsSdkParityTest.REMEDY)
        .containsAll(
            Arrays.stream(sdkBuilder.getDeclaredMethods())
                .filter(method -> !method.isBridge() && !method.isSynthetic())
                .filter(method -> !method.getName().equals("overrideConfiguration"))
                .map(MembersTest::signature)
                .toList());
  }

  @ParameterizedTest
  @MethodSource(MODELS)
  void hasEveryAccessorOfTheSdk(Class<? extends Structure> model)
      throws ReflectiveOperationException {
    assertThat(accessors(model.getMethods()))
        .as("accessors of %s; %s", model.getSimpleName(), AwsSdkParityTest.REMEDY)
        .containsAll(accessors(sdkClass(model).getDeclaredMethods()));
  }

  /** The other tests skip a member that lacks one of the two. */
  @ParameterizedTest
  @MethodSource(MODELS)
  void hasAccessorForEverySetter(Class<? extends Structure> model) {
    assertThat(ModelMember.of(model))
        .allSatisfy(
            member ->
                assertThat(member.isComplete())
                    .as("%s has a setter of its whole value and an accessor", member)
                    .isTrue());
  }

  @ParameterizedTest
  @MethodSource("enumsOfTheSdk")
  void hasEveryConstantOfTheSdk(Class<?> type) throws ReflectiveOperationException {
    assertThat(knownValues(type))
        .as("constants of %s; %s", type.getSimpleName(), AwsSdkParityTest.REMEDY)
        .containsAllEntriesOf(knownValues(sdkClass(type)));
  }

  /** The API has the state as a string, so the AWS SDK has no enum of states. */
  static Stream<Class<?>> enumsOfTheSdk() {
    return ModelClasses.enums().filter(type -> type != EventSourceMappingState.class);
  }

  private static Class<?> sdkClass(Class<?> type) throws ClassNotFoundException {
    return Class.forName("software.amazon.awssdk.services.lambda.model." + type.getSimpleName());
  }

  private static Map<String, String> knownValues(Class<?> type)
      throws ReflectiveOperationException {
    Collection<?> known =
        (Collection<?>) requireNonNull(invokeMethod(type.getMethod("knownValues"), null));
    return known.stream().collect(toMap(each -> ((Enum<?>) each).name(), Object::toString));
  }

  private static String signature(Method setter) {
    return setter.getName() + "(" + setter.getParameterTypes()[0].getSimpleName() + ")";
  }

  private static Set<String> accessors(Method[] methods) {
    return Arrays.stream(methods)
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> method.getDeclaringClass() != Object.class)
        .filter(
            method ->
                (method.getModifiers() & (Modifier.STATIC | Modifier.PUBLIC)) == Modifier.PUBLIC)
        .filter(method -> !COMMON_METHODS.contains(method.getName()))
        .map(method -> method.getReturnType().getSimpleName() + " " + method.getName())
        .collect(toCollection(TreeSet::new));
  }
}
