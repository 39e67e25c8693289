package io.honeypods.mysql.sql;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Digests, ciphers, compression and base64. */
final class CryptoFunctions {
  private static final SecureRandom RANDOM = new SecureRandom();

  private CryptoFunctions() {}

  static void register(Function.Register to) {
    to.strict("md5", 1, 1, a -> ResultType.text(32), c -> digest(c, "MD5"));
    for (String name : List.of("sha1", "sha")) {
      to.strict(name, 1, 1, a -> ResultType.text(40), c -> digest(c, "SHA-1"));
    }
    to.strict("sha2", 2, 2, CryptoFunctions::sha2Type, CryptoFunctions::sha2);
    to.strict(
        "to_base64",
        1,
        1,
        a -> ResultType.text(encoded(a.getFirst().type().bytes())),
        CryptoFunctions::encode);
    to.strict(
        "from_base64",
        1,
        1,
        a -> ResultType.binary(a.getFirst().type().bytes() * 3 / 4).asNullable(),
        CryptoFunctions::decode);
    to.strict(
        "aes_encrypt",
        2,
        3,
        a -> ResultType.binary(16 * (a.getFirst().type().bytes() / 16 + 1)).asNullable(),
        c -> aes(c, Cipher.ENCRYPT_MODE));
    to.strict(
        "aes_decrypt",
        2,
        3,
        a -> ResultType.binary(a.getFirst().type().length()).asNullable(),
        c -> aes(c, Cipher.DECRYPT_MODE));
    to.strict(
        "compress",
        1,
        1,
        a -> ResultType.binary(a.getFirst().type().bytes() * 120 / 100 + 12).asNullable(),
        CryptoFunctions::compress);
    to.strict(
        "uncompress",
        1,
        1,
        a -> ResultType.unboundText(Collation.BINARY).asNullable(),
        CryptoFunctions::uncompress);
    to.strict(
        "uncompressed_length",
        1,
        1,
        a -> ResultType.integer(10),
        c -> Value.Int.of(c.bytes(0).length < 4 ? 0 : length(c.bytes(0))));
    to.strict(
        "random_bytes", 1, 1, a -> ResultType.binary(1024).asNullable(), CryptoFunctions::random);
  }

  private static Value digest(Call c, String algorithm) {
    try {
      byte[] digest = MessageDigest.getInstance(algorithm).digest(c.bytes(0));
      return new Value.Text(HexFormat.of().formatHex(digest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Value sha2(Call c) {
    return switch (c.integer(1)) {
      case 0, 256 -> digest(c, "SHA-256");
      case 224 -> digest(c, "SHA-224");
      case 384 -> digest(c, "SHA-384");
      case 512 -> digest(c, "SHA-512");
      default -> Value.NULL;
    };
  }

  private static ResultType sha2Type(List<Node> arguments) {
    Integer bits = StringTypes.number(arguments, 1);
    return ResultType.text(bits == null ? 128 : bits == 0 ? 64 : Math.min(512, bits) / 4)
        .asNullable();
  }

  /** The length of bytes in base64, with line ends. */
  private static long encoded(long bytes) {
    long digits = (bytes + 2) / 3 * 4;
    return digits + Math.max(0, digits - 1) / 76;
  }

  private static Value encode(Call c) {
    byte[] bytes = c.bytes(0);
    return c.tooLong(bytes.length * 2L)
        ? Value.NULL
        : new Value.Text(Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes));
  }

  private static Value decode(Call c) {
    try {
      String compact = c.text(0).replaceAll("\\s", "");
      return Coercion.blob(
          Base64.getDecoder().decode(compact.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (IllegalArgumentException e) {
      return Value.NULL;
    }
  }

  private static Value aes(Call c, int direction) {
    Value mode = c.run().variable(SystemVariables.Scope.ANY, "block_encryption_mode");
    String[] parts = (mode == null ? "aes-128-ecb" : Coercion.text(mode)).split("-", 4);
    int size = parts.length == 3 ? Integer.parseInt(parts[1]) / 8 : 16;
    boolean cbc = parts.length == 3 && parts[2].equals("cbc");
    byte[] key = new byte[size];
    byte[] given = c.bytes(1);
    for (int i = 0; i < given.length; i++) {
      key[i % size] ^= given[i];
    }
    try {
      var cipher = Cipher.getInstance(cbc ? "AES/CBC/PKCS5Padding" : "AES/ECB/PKCS5Padding");
      var secret = new SecretKeySpec(key, "AES");
      if (cbc && c.size() < 3) {
        throw Errors.parameterCount(c.name());
      }
      if (cbc) {
        cipher.init(direction, secret, new IvParameterSpec(Arrays.copyOf(c.bytes(2), 16)));
      } else {
        cipher.init(direction, secret);
      }
      return Coercion.blob(cipher.doFinal(c.bytes(0)));
    } catch (GeneralSecurityException e) {
      return Value.NULL;
    }
  }

  private static Value compress(Call c) {
    byte[] bytes = c.bytes(0);
    if (bytes.length == 0) {
      return Coercion.blob(bytes);
    }
    try (var deflater = new Deflater()) {
      deflater.setInput(bytes);
      deflater.finish();
      var out = new ByteArrayOutputStream();
      for (int shift = 0; shift < 32; shift += 8) {
        out.write(bytes.length >>> shift);
      }
      byte[] buffer = new byte[4096];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return Coercion.blob(out.toByteArray());
    }
  }

  private static long length(byte[] bytes) {
    return (bytes[0] & 0xff)
        | (bytes[1] & 0xff) << 8
        | (bytes[2] & 0xff) << 16
        | (bytes[3] & 0x3fL) << 24;
  }

  private static Value uncompress(Call c) {
    byte[] bytes = c.bytes(0);
    if (bytes.length == 0) {
      return Coercion.blob(bytes);
    }
    if (bytes.length <= 4 || c.tooLong(length(bytes))) {
      c.run().warn(1259, "ZLIB: Input data corrupted");
      return Value.NULL;
    }
    try (var inflater = new Inflater()) {
      inflater.setInput(bytes, 4, bytes.length - 4);
      byte[] result = new byte[(int) length(bytes)];
      int read = inflater.inflate(result);
      return Coercion.blob(Arrays.copyOf(result, read));
    } catch (DataFormatException e) {
      c.run().warn(1259, "ZLIB: Input data corrupted");
      return Value.NULL;
    }
  }

  private static Value random(Call c) {
    int length = c.integer(0);
    if (length < 1 || length > 1024) {
      throw new SqlException(1690, "22003", "length value is out of range in 'random_bytes'");
    }
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return Coercion.blob(bytes);
  }
}
