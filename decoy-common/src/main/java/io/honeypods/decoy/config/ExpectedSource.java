package io.honeypods.decoy.config;

/** Somebody who may come: an item of the section {@code expected}. */
public record ExpectedSource(
    @Setting("The network they come from.") Cidr cidr,
    @Setting(value = "The port they come to; 0 is any.", fallback = "0", min = 0, max = 65_535)
        int port,
    @Setting(value = "Who they are, such as `Prometheus`.", fallback = "") String note) {}
