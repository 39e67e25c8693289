package io.honeypods.ssh;

import org.jspecify.annotations.Nullable;

/** How packets of one direction look on the wire between two key exchanges. */
sealed interface PacketCipher permits ClearCipher, MacCipher, GcmCipher, ChaChaCipher {

  /** What lengths are padded to. */
  int blockSize();

  /** Whether the four bytes of the length count for the padding. */
  boolean padsLength();

  /** The bytes that tell the length of a packet. */
  int headLength();

  /** The length that the first {@link #headLength()} bytes of a packet tell, unsigned. */
  long lengthOf(byte[] head, long sequence);

  /** Bytes behind the packet. */
  int tagLength();

  /**
   * The packet in clear, from the padding length on; null where its authenticity does not hold.
   *
   * @param packet with its length and tag, as it came
   */
  byte @Nullable [] open(byte[] packet, long sequence);

  /** What goes out for a packet in clear, with its length. */
  byte[] seal(byte[] packet, long sequence);
}
