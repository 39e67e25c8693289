/** What happened at a decoy, as values: no socket, no JSON, no metric. */
@NullMarked
package io.honeypods.decoy.event;

import org.jspecify.annotations.NullMarked;
