package io.github.lambdaesm.mappings;

import org.jspecify.annotations.Nullable;

/**
 * The change of a member of a mapping.
 *
 * <p>Values are JSON in one line: control characters and invisible characters are escaped, and what
 * may be a secret is replaced by {@code ***}. Long values are not cut.
 *
 * @param member the path of the member in JSON, for example {@code ScalingConfig} or {@code
 *     DocumentDBEventSourceConfig.FullDocument}
 * @param before the present value as JSON; null if the mapping has none or it is unknown
 * @param after the desired value as JSON; null if the member is to have none
 * @param kind how the member can get its desired value
 * @param reason why, in one sentence without a period at the end
 */
public record MemberChange(
    String member,
    @Nullable String before,
    @Nullable String after,
    ChangeKind kind,
    String reason) {}
