package io.github.lambdaesm.model;

import static org.junit.platform.commons.support.ReflectionSupport.invokeMethod;

import java.util.Objects;
import java.util.Random;
import software.amazon.awssdk.utils.builder.SdkBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/** Creates models with every member set. The same seed creates the same model. */
final class SampleModels {
  private SampleModels() {}

  static <T extends Structure> T sample(Class<T> model, long seed) {
    SdkBuilder<?, ?> builder = newBuilder(model);
    fill(model, builder, new Random(seed));
    return model.cast(builder.build());
  }

  static <T extends Structure> T empty(Class<T> model) {
    return model.cast(newBuilder(model).build());
  }

  static SdkBuilder<?, ?> newBuilder(Class<? extends Structure> model) {
    try {
      return (SdkBuilder<?, ?>)
          Objects.requireNonNull(invokeMethod(model.getMethod("builder"), null));
    } catch (NoSuchMethodException e) {
      throw new AssertionError(model + " has no builder()", e);
    }
  }

  static SdkBuilder<?, ?> toBuilder(Structure structure) {
    return ((ToCopyableBuilder<?, ?>) structure).toBuilder();
  }

  static void fill(Class<? extends Structure> model, SdkBuilder<?, ?> builder, Random random) {
    ModelMember.of(model).stream()
        .filter(ModelMember::isComplete)
        .forEach(each -> each.set(builder, each.randomValue(random.nextLong())));
  }
}
