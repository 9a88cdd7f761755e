package io.github.lambdaesm.mappings;

import io.github.lambdaesm.internal.arn.FunctionReference;
import io.github.lambdaesm.internal.text.PrintedText;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Determines the ARN by which a mapping is tagged. */
final class MappingArn {
  private MappingArn() {}

  /** Returns the ARN of a mapping, made from the function's ARN and the UUID if it is missing. */
  static String of(EventSourceMappingConfiguration mapping) {
    String arn = mapping.eventSourceMappingArn();
    if (arn != null) {
      return arn;
    }
    @Nullable String functionArn = mapping.functionArn();
    FunctionReference function = FunctionReference.parse(String.valueOf(functionArn));
    if (function.partition() == null || function.region() == null || function.account() == null) {
      throw SdkClientException.create(
          "The tags of mapping %s cannot be accessed, because its ARN is unknown: it has no"
                  .formatted(PrintedText.of(mapping.uuid()))
              + " EventSourceMappingArn, and its FunctionArn is "
              + PrintedText.of(functionArn));
    }
    return "arn:%s:lambda:%s:%s:event-source-mapping:%s"
        .formatted(
            function.partition(),
            function.region(),
            function.account(),
            MappingReader.uuidOf(mapping));
  }
}
