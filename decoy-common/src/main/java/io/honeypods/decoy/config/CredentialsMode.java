package io.honeypods.decoy.config;

/** What an event tells about a password that somebody tried. */
public enum CredentialsMode {
  /** The password itself. */
  PLAIN,
  /** A keyed hash: equal passwords are seen to be equal. */
  HMAC,
  /** Nothing. */
  OMIT
}
