package io.honeypods.decoy.event;

import org.jspecify.annotations.Nullable;

/**
 * What a request or command was recognised as.
 *
 * @param rule the name of the rule that matched, such as {@code log4shell-lookup}
 * @param intent what the peer wanted, such as {@code injection}
 * @param technique the ATT&amp;CK technique it is
 * @param tool the program that is known to send this, such as {@code nikto}
 */
public record Finding(String rule, String intent, Technique technique, @Nullable String tool) {}
