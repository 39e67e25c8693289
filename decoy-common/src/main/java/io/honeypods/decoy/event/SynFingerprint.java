package io.honeypods.decoy.event;

/**
 * What a peer's SYN shows of its operating system or scanner.
 *
 * @param ttl time to live or hop limit as it arrived
 * @param window the advertised window in bytes, unscaled
 * @param mss maximum segment size in bytes, 0 where absent
 * @param windowScale shift count, -1 where absent
 * @param options the TCP options in order, such as {@code mss,sok,ts,nop,ws}
 * @param signature in the manner of p0f 3: {@code version:ttl:olen:mss:window,scale:options:quirks:
 *     payload}
 */
public record SynFingerprint(
    int ttl, int window, int mss, int windowScale, String options, String signature) {}
