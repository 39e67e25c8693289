package io.honeypods.mysql.x;

import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/**
 * What all connections share.
 *
 * @param tls makes the server's side of TLS for a connection; null where there is none
 */
record XServer(
    InstantSource clock,
    RandomGenerator random,
    Supplier<@Nullable CompletionStage<SSLEngine>> tls) {}
