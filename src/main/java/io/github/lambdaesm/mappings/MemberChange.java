package io.github.lambdaesm.mappings;

import org.jspecify.annotations.Nullable;

/**
 * The change of a member of a mapping.
 *
 * <p>Values are JSON in one line. Control characters and invisible characters are escaped, and
 * possible secrets are replaced by {@code ***}. Long values are not cut.
 *
 * @param member the path of the member in JSON, for example {@code ScalingConfig} or {@code
 *     DocumentDBEventSourceConfig.FullDocument}
 * @param before the present value as JSON; null if there is none or it is unknown
 * @param after the desired value as JSON; null if there is none
 * @param kind how the member can get its desired value
 * @param reason why the member changes or why it cannot, as a sentence without a period at the end
 */
public record MemberChange(
    String member,
    @Nullable String before,
    @Nullable String after,
    ChangeKind kind,
    String reason) {}
