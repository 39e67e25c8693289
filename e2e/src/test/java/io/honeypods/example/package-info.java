/** A fifth decoy, as {@code docs/adding-a-decoy.md} makes it: a Redis that nobody locked. */
@NullMarked
package io.honeypods.example;

import org.jspecify.annotations.NullMarked;
