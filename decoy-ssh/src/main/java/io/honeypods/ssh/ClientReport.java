package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event.ClientIdentified;
import io.honeypods.decoy.event.Field;
import io.honeypods.decoy.event.Fingerprint;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.Text;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client is by what it says of itself. */
final class ClientReport {
  private ClientReport() {}

  /** What is known of a client; {@code offered} is null where it offered nothing yet. */
  static ClientIdentified of(Bytes ident, @Nullable KexInit offered) {
    var name = Text.of(ident.latin1());
    if (offered == null) {
      return new ClientIdentified(name, Map.of(), List.of(), Payload.of(ident));
    }
    byte[] input = Bytes.ofLatin1(offered.hasshInput()).toByteArray();
    String hassh = HexFormat.of().formatHex(Randomness.digest("MD5").digest(input));
    List<Field> details =
        Field.bounded(
            List.of(
                new Field("kex", String.join(",", offered.kex())),
                new Field("host-key", String.join(",", offered.hostKeys())),
                new Field("cipher", String.join(",", offered.ciphersIn())),
                new Field("mac", String.join(",", offered.macsIn())),
                new Field("compression", String.join(",", offered.compressionIn()))));
    return new ClientIdentified(name, Map.of(Fingerprint.HASSH, hassh), details, Payload.of(ident));
  }
}
