package io.github.lambdaesm.mappings;

import org.jspecify.annotations.Nullable;

/**
 * The change of a member of a mapping.
 *
 * @param member the path of the member in JSON, for example {@code ScalingConfig}
 * @param before the present value as JSON; null if the mapping has none
 * @param after the desired value as JSON; null if the member is cleared
 * @param kind how the member can get its desired value
 * @param reason why, in one sentence without a period at the end
 */
public record MemberChange(
    String member,
    @Nullable String before,
    @Nullable String after,
    ChangeKind kind,
    String reason) {}
