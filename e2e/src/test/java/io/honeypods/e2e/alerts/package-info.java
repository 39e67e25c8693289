/** Rules, dashboards and the way from a packet to a notification. */
@NullMarked
package io.honeypods.e2e.alerts;

import org.jspecify.annotations.NullMarked;
