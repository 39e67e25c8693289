package io.honeypods.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.honeypods.decoy.event.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** Builds a ClientHello by hand. */
final class HelloBytes {
  private final int version;
  private final List<Integer> ciphers;
  private final List<byte[]> extensions = new ArrayList<>();

  HelloBytes(int version, Integer... ciphers) {
    this.version = version;
    this.ciphers = List.of(ciphers);
  }

  /** What {@code curl https://localhost} sent: curl 7.88.1 with OpenSSL 3.0.19. */
  static Bytes ofCurl() {
    try (var in =
        Objects.requireNonNull(HelloBytes.class.getResourceAsStream("curl-client-hello.hex"))) {
      String hex = new String(in.readAllBytes(), US_ASCII).replace("\n", "");
      return Bytes.of(HexFormat.of().parseHex(hex));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HelloBytes serverName(String name) {
    return extension(0, vector16(join(new byte[] {0}, vector16(name.getBytes(ISO_8859_1)))));
  }

  HelloBytes alpn(String... protocols) {
    byte[] all = {};
    for (String protocol : protocols) {
      all = join(all, vector8(protocol.getBytes(ISO_8859_1)));
    }
    return extension(16, vector16(all));
  }

  HelloBytes groups(Integer... groups) {
    return extension(10, vector16(shorts(List.of(groups))));
  }

  HelloBytes pointFormats(byte... formats) {
    return extension(11, vector8(formats));
  }

  HelloBytes signatureAlgorithms(Integer... algorithms) {
    return extension(13, vector16(shorts(List.of(algorithms))));
  }

  HelloBytes supportedVersions(Integer... versions) {
    return extension(43, vector8(shorts(List.of(versions))));
  }

  HelloBytes extension(int type, byte... data) {
    extensions.add(join(shorts(List.of(type)), vector16(data)));
    return this;
  }

  /** The body of the handshake message. */
  Bytes body() {
    byte[] head = join(shorts(List.of(version)), new byte[32], vector8());
    byte[] all = join(head, vector16(shorts(ciphers)), vector8((byte) 0));
    byte[] joined = {};
    for (byte[] extension : extensions) {
      joined = join(joined, extension);
    }
    return Bytes.of(extensions.isEmpty() ? all : join(all, vector16(joined)));
  }

  /** In records of so many bytes. */
  Bytes records(int size) {
    byte[] body = body().toByteArray();
    var message = Bytes.of(join(new byte[] {1, 0}, vector16(body)));
    var records = new ByteArrayOutputStream();
    for (int at = 0; at < message.length(); at += size) {
      Bytes part = message.slice(at, Math.min(message.length(), at + size));
      records.writeBytes(join(new byte[] {22, 3, 1}, vector16(part.toByteArray())));
    }
    return Bytes.of(records.toByteArray());
  }

  ClientHello parsed() {
    return Objects.requireNonNull(ClientHello.parse(body()));
  }

  private static byte[] shorts(List<Integer> values) {
    var out = new ByteArrayOutputStream();
    for (int value : values) {
      out.write(value >> 8);
      out.write(value);
    }
    return out.toByteArray();
  }

  private static byte[] vector8(byte... content) {
    return join(new byte[] {(byte) content.length}, content);
  }

  private static byte[] vector16(byte... content) {
    return join(shorts(List.of(content.length)), content);
  }

  private static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
