/**
 * Structures as data: their members, their values, their JSON. Knows no structure in particular.
 */
@NullMarked
package io.github.lambdaesm.internal.shape;

import org.jspecify.annotations.NullMarked;
