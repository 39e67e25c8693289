package io.honeypods.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.honeypods.decoy.event.Bytes;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a TLS client offers (<a href="https://www.rfc-editor.org/rfc/rfc8446#section-4.1.2">RFC
 * 8446, 4.1.2</a>); numbers in the order they were sent, GREASE included.
 *
 * @param version {@code legacy_version}
 * @param supportedVersions empty where the extension is absent
 * @param serverName the first host name of SNI; null for none
 */
record ClientHello(
    int version,
    List<Integer> cipherSuites,
    List<Integer> extensions,
    List<Integer> groups,
    List<Integer> pointFormats,
    List<Integer> signatureAlgorithms,
    List<Integer> supportedVersions,
    List<String> alpn,
    @Nullable String serverName) {
  private static final int RANDOM = 32;

  ClientHello {
    cipherSuites = List.copyOf(cipherSuites);
    extensions = List.copyOf(extensions);
    groups = List.copyOf(groups);
    pointFormats = List.copyOf(pointFormats);
    signatureAlgorithms = List.copyOf(signatureAlgorithms);
    supportedVersions = List.copyOf(supportedVersions);
    alpn = List.copyOf(alpn);
  }

  /** Reads the body of the handshake message; null where a length does not fit. */
  static @Nullable ClientHello parse(Bytes body) {
    try {
      return new Reader(body.asByteBuffer()).read();
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  /** Values with two equal bytes of low nibble 10 mean nothing (RFC 8701). */
  static boolean isGrease(int value) {
    return (value & 0x0f0f) == 0x0a0a && (value >> 8) == (value & 0xff);
  }

  /** One pass over the message. */
  private static final class Reader {
    private final ByteBuffer in;
    private final List<Integer> extensions = new ArrayList<>();
    private List<Integer> groups = List.of();
    private List<Integer> pointFormats = List.of();
    private List<Integer> signatureAlgorithms = List.of();
    private List<Integer> supportedVersions = List.of();
    private final List<String> alpn = new ArrayList<>();
    private @Nullable String serverName;

    Reader(ByteBuffer in) {
      this.in = in;
    }

    ClientHello read() {
      int version = u16(in);
      vector(in, RANDOM);
      vector(in, u8(in));
      List<Integer> ciphers = shorts(vector(in, u16(in)));
      vector(in, u8(in));
      if (in.hasRemaining()) {
        ByteBuffer all = vector(in, u16(in));
        while (all.hasRemaining()) {
          int type = u16(all);
          extensions.add(type);
          extension(type, vector(all, u16(all)));
        }
      }
      return new ClientHello(
          version,
          ciphers,
          extensions,
          groups,
          pointFormats,
          signatureAlgorithms,
          supportedVersions,
          alpn,
          serverName);
    }

    private void extension(int type, ByteBuffer data) {
      switch (type) {
        case 0 -> serverName(data);
        case 10 -> groups = shorts(vector(data, u16(data)));
        case 11 -> pointFormats = bytes(vector(data, u8(data)));
        case 13 -> signatureAlgorithms = shorts(vector(data, u16(data)));
        case 16 -> alpn(vector(data, u16(data)));
        case 43 -> supportedVersions = shorts(vector(data, u8(data)));
        default -> {}
      }
    }

    private void serverName(ByteBuffer data) {
      if (!data.hasRemaining()) {
        return;
      }
      ByteBuffer names = vector(data, u16(data));
      int type = u8(names);
      String name = text(vector(names, u16(names)));
      if (type == 0) {
        serverName = name;
      }
    }

    private void alpn(ByteBuffer protocols) {
      while (protocols.hasRemaining()) {
        alpn.add(text(vector(protocols, u8(protocols))));
      }
    }

    private static ByteBuffer vector(ByteBuffer in, int length) {
      ByteBuffer vector = in.slice(in.position(), length);
      in.position(in.position() + length);
      return vector;
    }

    private static int u8(ByteBuffer in) {
      return Byte.toUnsignedInt(in.get());
    }

    private static int u16(ByteBuffer in) {
      return Short.toUnsignedInt(in.getShort());
    }

    private static List<Integer> shorts(ByteBuffer in) {
      var values = new ArrayList<Integer>();
      while (in.hasRemaining()) {
        values.add(u16(in));
      }
      return values;
    }

    private static List<Integer> bytes(ByteBuffer in) {
      var values = new ArrayList<Integer>();
      while (in.hasRemaining()) {
        values.add(u8(in));
      }
      return values;
    }

    private static String text(ByteBuffer in) {
      byte[] bytes = new byte[in.remaining()];
      in.get(bytes);
      return new String(bytes, ISO_8859_1);
    }
  }
}
