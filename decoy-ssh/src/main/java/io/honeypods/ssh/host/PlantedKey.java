package io.honeypods.ssh.host;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.honeypods.decoy.identity.Identity;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/**
 * The SSH key that lies in the homes of the host: the same for the same identity, so that whoever
 * presents it anywhere has read it here.
 */
public final class PlantedKey {
  private static final String TYPE = "ssh-ed25519";
  private static final String USER = "deploy";
  private static final int SEED = 32;
  private static final int LINE = 70;
  private static final int BLOCK = 8;

  private final byte[] seed;
  private final byte[] point;
  private final String comment;

  private PlantedKey(byte[] seed, String comment) {
    this.seed = seed;
    this.point = new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
    this.comment = comment;
  }

  public static PlantedKey of(Identity identity) {
    return new PlantedKey(identity.bytes("planted/ssh/key", SEED), USER + "@" + identity.host());
  }

  /** Whose key it claims to be. */
  public String user() {
    return USER;
  }

  /** Where it lies. */
  public String place() {
    return "/home/" + USER + "/.ssh/id_ed25519";
  }

  /** The public key as it goes over the wire. */
  public byte[] blob() {
    return new Wire().string(TYPE.getBytes(US_ASCII)).string(point).bytes();
  }

  /** The public key as {@code id_ed25519.pub} has it. */
  public String line() {
    return TYPE + " " + Base64.getEncoder().encodeToString(blob()) + " " + comment;
  }

  /**
   * The private key as ssh-keygen writes it, <a
   * href="https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key">unencrypted</a>.
   */
  public String file() {
    byte[] none = "none".getBytes(US_ASCII);
    byte[] whole =
        new Wire()
            .raw("openssh-key-v1\0".getBytes(US_ASCII))
            .string(none)
            .string(none)
            .string(new byte[0])
            .number(1)
            .string(blob())
            .string(secret())
            .bytes();
    String text = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(whole);
    return "-----BEGIN OPENSSH PRIVATE KEY-----\n" + text + "\n-----END OPENSSH PRIVATE KEY-----\n";
  }

  private byte[] secret() {
    int check = ByteBuffer.wrap(point).getInt();
    var wire =
        new Wire()
            .number(check)
            .number(check)
            .string(TYPE.getBytes(US_ASCII))
            .string(point)
            .string(new Wire().raw(seed).raw(point).bytes())
            .string(comment.getBytes(US_ASCII));
    for (int i = 1; wire.out.size() % BLOCK != 0; i++) {
      wire.out.write(i);
    }
    return wire.bytes();
  }

  /** Strings behind their lengths. */
  private record Wire(ByteArrayOutputStream out) {
    Wire() {
      this(new ByteArrayOutputStream());
    }

    Wire raw(byte[] bytes) {
      out.writeBytes(bytes);
      return this;
    }

    Wire number(int value) {
      return raw(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    Wire string(byte[] bytes) {
      return number(bytes.length).raw(bytes);
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
