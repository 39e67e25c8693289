/** Who a decoy pretends to be: everything derived from one seed. */
@NullMarked
package io.honeypods.decoy.identity;

import org.jspecify.annotations.NullMarked;
