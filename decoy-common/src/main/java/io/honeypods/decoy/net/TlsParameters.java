package io.honeypods.decoy.net;

/**
 * What a TLS handshake agreed on, by the names of the JDK.
 *
 * @param protocol such as {@code TLSv1.3}
 * @param cipherSuite such as {@code TLS_AES_128_GCM_SHA256}
 */
public record TlsParameters(String protocol, String cipherSuite) {}
