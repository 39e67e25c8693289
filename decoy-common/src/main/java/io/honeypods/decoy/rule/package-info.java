/** Recognises what a peer wants from what it sent, by a table of patterns. */
@NullMarked
package io.honeypods.decoy.rule;

import org.jspecify.annotations.NullMarked;
