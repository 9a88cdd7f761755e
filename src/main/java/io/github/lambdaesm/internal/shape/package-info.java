/** Describes structures as data, and reads and writes their JSON. Knows no particular structure. */
@NullMarked
package io.github.lambdaesm.internal.shape;

import org.jspecify.annotations.NullMarked;
