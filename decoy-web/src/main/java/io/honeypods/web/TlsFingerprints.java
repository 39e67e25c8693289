package io.honeypods.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Digests that tell TLS clients apart: <a href="https://github.com/salesforce/ja3">JA3</a> and <a
 * href="https://github.com/FoxIO-LLC/ja4/blob/main/technical_details/JA4.md">JA4</a>.
 */
final class TlsFingerprints {
  private static final Integer SERVER_NAME = 0;
  private static final int ALPN = 16;

  private TlsFingerprints() {}

  /** MD5 of version, ciphers, extensions, groups and point formats, in decimal and as sent. */
  static String ja3(ClientHello hello) {
    return digest("MD5", ja3Text(hello));
  }

  static String ja3Text(ClientHello hello) {
    return Stream.of(
            List.of(hello.version()),
            hello.cipherSuites(),
            hello.extensions(),
            hello.groups(),
            hello.pointFormats())
        .map(TlsFingerprints::decimals)
        .collect(joining(","));
  }

  /** What is offered in plain, then digests of the sorted ciphers and extensions. */
  static String ja4(ClientHello hello) {
    List<Integer> ciphers = meaningful(hello.cipherSuites());
    List<Integer> extensions = meaningful(hello.extensions());
    String sortedExtensions = hex(extensions, type -> type != SERVER_NAME && type != ALPN, true);
    List<Integer> algorithms = meaningful(hello.signatureAlgorithms());
    String rest =
        algorithms.isEmpty()
            ? sortedExtensions
            : sortedExtensions + "_" + hex(algorithms, _ -> true, false);
    return "t%s%s%02d%02d%s_%s_%s"
        .formatted(
            version(hello),
            hello.extensions().contains(SERVER_NAME) ? "d" : "i",
            Math.min(99, ciphers.size()),
            Math.min(99, extensions.size()),
            alpn(hello.alpn()),
            truncated(hex(ciphers, _ -> true, true)),
            truncated(extensions.isEmpty() ? "" : rest));
  }

  private static String version(ClientHello hello) {
    int version =
        meaningful(hello.supportedVersions()).stream()
            .mapToInt(Integer::intValue)
            .max()
            .orElse(hello.version());
    return switch (version) {
      case 0x0304 -> "13";
      case 0x0303 -> "12";
      case 0x0302 -> "11";
      case 0x0301 -> "10";
      case 0x0300 -> "s3";
      default -> "00";
    };
  }

  /** The first and last character of the first protocol; of its hex where they are no letters. */
  private static String alpn(List<String> protocols) {
    if (protocols.isEmpty() || protocols.getFirst().isEmpty()) {
      return "00";
    }
    String first = protocols.getFirst();
    if (!isAlphanumeric(first.charAt(0)) || !isAlphanumeric(first.charAt(first.length() - 1))) {
      first = HexFormat.of().formatHex(first.getBytes(ISO_8859_1));
    }
    return "" + first.charAt(0) + first.charAt(first.length() - 1);
  }

  private static boolean isAlphanumeric(char ch) {
    int lower = ch | 0x20;
    return (ch >= '0' && ch <= '9') || (lower >= 'a' && lower <= 'z');
  }

  private static List<Integer> meaningful(List<Integer> values) {
    return values.stream().filter(value -> !ClientHello.isGrease(value)).toList();
  }

  private static String decimals(List<Integer> values) {
    return meaningful(values).stream().map(String::valueOf).collect(joining("-"));
  }

  private static String hex(List<Integer> values, IntPredicate wanted, boolean sorted) {
    Stream<String> texts =
        values.stream().filter(wanted::test).map(value -> "%04x".formatted(value));
    return (sorted ? texts.sorted() : texts).collect(joining(","));
  }

  private static String truncated(String text) {
    return text.isEmpty() ? "0".repeat(12) : digest("SHA-256", text).substring(0, 12);
  }

  private static String digest(String algorithm, String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(ISO_8859_1)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(algorithm + " is part of every JDK", e);
    }
  }
}
