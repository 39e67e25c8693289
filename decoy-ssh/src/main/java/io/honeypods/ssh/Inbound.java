package io.honeypods.ssh;

/** How the packets of a client are read from the next one on. */
interface Inbound {

  /** Takes new keys into use; {@code restarts} where packets are counted anew. */
  void rekey(PacketCipher cipher, boolean restarts);

  /** Payloads are deflated from now on. */
  void inflate();

  /** Frees what is not on the heap. */
  void close();
}
