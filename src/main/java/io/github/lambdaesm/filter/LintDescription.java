package io.github.lambdaesm.filter;

import io.github.lambdaesm.model.Evidence;
import io.github.lambdaesm.model.Severity;

/**
 * Describes a check of the {@link FilterLinter}.
 *
 * @param id the stable ID of its violations; several checks can have the same
 * @param remedy what its violations usually say to do
 * @param severity whether Lambda rejects the filter
 * @param evidence how this is known
 */
public record LintDescription(String id, String remedy, Severity severity, Evidence evidence) {}
