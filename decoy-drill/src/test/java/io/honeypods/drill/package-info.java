@NullMarked
package io.honeypods.drill;

import org.jspecify.annotations.NullMarked;
