package io.honeypods.ssh;

import io.honeypods.ssh.KexMethod.Agreement;

/** What both sides said before they exchanged keys, which the exchange vouches for. */
final class Transcript {
  private static final byte[] NONE = {};

  private final String clientIdent;
  private final String serverIdent;
  private byte[] ourInit = NONE;
  private byte[] theirInit = NONE;

  Transcript(String clientIdent, String serverIdent) {
    this.clientIdent = clientIdent;
    this.serverIdent = serverIdent;
  }

  void sent(byte[] init) {
    ourInit = init;
  }

  void received(byte[] init) {
    theirInit = init;
  }

  /** Lets go of the lists once nobody asks for them. */
  void forget() {
    ourInit = NONE;
    theirInit = NONE;
  }

  /**
   * The exchange hash.
   *
   * @param parameters what a group exchange hashes besides
   */
  byte[] hash(String digest, byte[] hostKey, byte[] parameters, byte[] theirs, Agreement ours) {
    byte[] hashed =
        new PayloadWriter()
            .text(clientIdent)
            .text(serverIdent)
            .string(theirInit)
            .string(ourInit)
            .string(hostKey)
            .raw(parameters)
            .string(theirs)
            .string(ours.publicValue().toByteArray())
            .raw(ours.secret().toByteArray())
            .bytes();
    return Randomness.digest(digest).digest(hashed);
  }
}
