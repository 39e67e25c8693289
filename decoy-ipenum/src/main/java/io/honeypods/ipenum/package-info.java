/**
 * The silent pod: reports who pings, probes and scans it, and leaves every answer to the kernel.
 *
 * <p>{@link io.honeypods.ipenum.RawSensor} reads packets from the kernel, {@link
 * io.honeypods.ipenum.PacketParser} makes values of them and {@link io.honeypods.ipenum.Detector}
 * makes reports of those; {@link io.honeypods.ipenum.CountersSensor} has to do where raw sockets
 * are forbidden.
 */
@NullMarked
package io.honeypods.ipenum;

import org.jspecify.annotations.NullMarked;
