package io.github.lambdaesm.differential;

import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.Buildable;

/** Builds structures with the AWS SDK's builders. */
final class OracleModels {
  private OracleModels() {}

  static Object build(StructureValue value) {
    SdkPojo builder = value.structure().newBuilder().get();
    value
        .members()
        .forEach(
            (member, each) ->
                member.set(builder, StructureValue.replace(each, OracleModels::build)));
    return ((Buildable) builder).build();
  }
}
