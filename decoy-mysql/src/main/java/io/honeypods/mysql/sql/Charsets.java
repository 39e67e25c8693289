package io.honeypods.mysql.sql;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Character sets by the names that the server gives them. */
final class Charsets {
  private Charsets() {}

  static Charset of(Collation collation) {
    return switch (collation.charset()) {
      case "latin1" -> Charset.forName("windows-1252");
      case "ascii", "binary" -> StandardCharsets.ISO_8859_1;
      case "utf16", "ucs2" -> StandardCharsets.UTF_16BE;
      case "utf16le" -> StandardCharsets.UTF_16LE;
      case "utf32" -> Charset.forName("UTF-32BE");
      case "gbk" -> Charset.forName("GBK");
      case "gb2312" -> Charset.forName("GB2312");
      case "gb18030" -> Charset.forName("GB18030");
      case "big5" -> Charset.forName("Big5");
      case "sjis", "cp932" -> Charset.forName("windows-31j");
      case "cp1251" -> Charset.forName("windows-1251");
      case "cp1250" -> Charset.forName("windows-1250");
      case "koi8r" -> Charset.forName("KOI8-R");
      case "latin2" -> Charset.forName("ISO-8859-2");
      default -> StandardCharsets.UTF_8;
    };
  }
}
