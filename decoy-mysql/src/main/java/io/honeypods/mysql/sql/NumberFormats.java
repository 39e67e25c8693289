package io.honeypods.mysql.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** FORMAT: numbers with the separators of a locale. */
final class NumberFormats {
  private static final int MOST_DECIMALS = 30;

  private NumberFormats() {}

  /**
   * What a locale puts into numbers.
   *
   * @param between every three digits, or empty
   */
  private record Separators(String point, String between) {}

  static Value format(Call c) {
    if (c.isNull(0) || c.isNull(1)) {
      return Value.NULL;
    }
    int digits = Math.max(0, Math.min(MOST_DECIMALS, c.integer(1)));
    BigDecimal number = c.decimal(0).setScale(digits, RoundingMode.HALF_UP);
    String locale = c.size() > 2 ? c.text(2) : "en_US";
    if (!locale.matches("[a-z]{2}_[A-Z]{2}")) {
      c.run().warn(1649, "Unknown locale: '" + locale + "'");
    }
    return new Value.Text(format(number, separators(locale), locale.equals("en_IN") ? 2 : 3));
  }

  private static String format(BigDecimal number, Separators separators, int step) {
    String plain = number.abs().toPlainString();
    int dot = plain.indexOf('.');
    var grouped = new StringBuilder(dot < 0 ? plain : plain.substring(0, dot));
    for (int i = grouped.length() - 3; i > 0; i -= step) {
      grouped.insert(i, separators.between());
    }
    return (number.signum() < 0 ? "-" : "")
        + grouped
        + (dot < 0 ? "" : separators.point() + plain.substring(dot + 1));
  }

  private static Separators separators(String locale) {
    return switch (locale.toLowerCase(Locale.ROOT)) {
      case "de_de", "da_dk", "id_id", "is_is", "ro_ro", "tr_tr", "vi_vn", "es_ar", "es_cl" ->
          new Separators(",", ".");
      case "de_ch" -> new Separators(".", "'");
      case "ru_ru", "sv_se", "fi_fi", "nb_no", "no_no", "uk_ua", "cs_cz", "bg_bg" ->
          new Separators(",", " ");
      case "fr_fr",
          "fr_be",
          "fr_ca",
          "fr_lu",
          "de_at",
          "de_be",
          "de_lu",
          "es_es",
          "it_it",
          "nl_nl",
          "nl_be",
          "pt_br",
          "pt_pt",
          "pl_pl",
          "gl_es",
          "ca_es",
          "eu_es" ->
          new Separators(",", "");
      default -> new Separators(".", ",");
    };
  }
}
