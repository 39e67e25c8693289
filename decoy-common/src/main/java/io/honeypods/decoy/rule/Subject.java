package io.honeypods.decoy.rule;

/**
 * A text that rules look into: Latin-1, each char one byte as it was sent or decoded.
 *
 * @param field which part of the request or command it is, such as {@code path}
 * @param text its content, already bounded by the caller
 */
public record Subject(String field, String text) {}
