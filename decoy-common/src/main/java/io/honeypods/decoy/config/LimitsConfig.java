package io.honeypods.decoy.config;

import java.time.Duration;

/** How much the peers of a process may take: section {@code limits}. */
public record LimitsConfig(
    @Setting(
            value = "Connections open at once; fewer where the process may open fewer files.",
            fallback = "20000",
            min = 1,
            max = 1_000_000)
        int connections,
    @Setting(
            value = "Connections open at once from one source.",
            fallback = "1024",
            min = 1,
            max = 1_000_000)
        int perSource,
    @Setting(
            value = "New connections within a second from one source.",
            fallback = "2000",
            min = 1,
            max = 1_000_000)
        int perSourceRate,
    @Setting(
            value = "Bytes read within one session.",
            fallback = "4MiB",
            min = 1024,
            max = 1L << 40)
        ByteSize sessionBytes,
    @Setting(
            value =
                "Bytes of messages that are not whole yet which all sessions hold together; beyond,"
                    + " a session that holds more than 2 KiB is closed.",
            fallback = "64MiB",
            min = 1 << 20,
            max = 1L << 40)
        ByteSize unfinishedBytes,
    @Setting(
            value = "The time one session may take.",
            fallback = "1h",
            min = 1,
            max = 7 * 86_400_000L)
        Duration session,
    @Setting(
            value = "The time a session may pass without a byte.",
            fallback = "5m",
            min = 1,
            max = 7 * 86_400_000L)
        Duration idle,
    @Setting(
            value = "Source addresses with a last-seen time in the metrics; 0 switches that off.",
            fallback = "200",
            min = 0,
            max = 100_000)
        int sources,
    @Setting(
            value = "Event loop threads; 0 is one per processor.",
            fallback = "0",
            min = 0,
            max = 1024)
        int loops) {}
