package io.github.lambdaesm.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.awssdk.AwsSdkLambda;
import io.github.lambdaesm.model.Structure;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkPojo;

/** Converts random models to the AWS SDK's and back. */
class ModelConversionTest {
  private static final int COUNT = 1000;

  /** Returns every model for which there is a conversion. */
  static List<? extends Class<?>> models() {
    return Arrays.stream(AwsSdkLambda.class.getMethods())
        .filter(method -> method.getName().equals("toSdk"))
        .map(method -> method.getParameterTypes()[0])
        .filter(Structure.class::isAssignableFrom)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("models")
  void convertsThereAndBack(Class<?> model) {
    Class<?> sdkModel = OracleStructure.named(model.getSimpleName());
    OracleStructure structure =
        new OracleStructure(sdkModel, () -> (SdkPojo) Reflection.invoke(sdkModel, "builder", null));
    Seeds.each(
        COUNT,
        random -> {
          StructureValue value = new RandomValues(random).structure(structure);
          Structure ours = (Structure) OurModels.build(value);
          Object theirs = OracleModels.build(value);

          assertThat(toSdk(ours)).isEqualTo(theirs);
          assertThat((Object) AwsSdkLambda.fromSdk((SdkPojo) theirs, ours.getClass()))
              .isEqualTo(ours);
        });
  }

  private static Object toSdk(Structure model) {
    try {
      return Reflection.invoke(
          AwsSdkLambda.class.getMethod("toSdk", model.getClass()), null, model);
    } catch (NoSuchMethodException e) {
      throw new AssertionError("AwsSdkLambda has no toSdk for " + model.getClass(), e);
    }
  }
}
