package io.honeypods.mysql.sql;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Addresses of the Internet protocols and UUIDs. */
final class NetworkFunctions {
  private static final Pattern UUID =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
              + "|[0-9a-fA-F]{32}"
              + "|\\{[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}"
              + "-[0-9a-fA-F]{12}\\}");
  private static final int UUID_BYTES = 16;

  private NetworkFunctions() {}

  static void register(Function.Register to) {
    to.strict(
        "inet_aton",
        1,
        1,
        a -> ResultType.integer(21).asUnsigned().asNullable(),
        NetworkFunctions::toNumber);
    to.strict("inet_ntoa", 1, 1, a -> ResultType.text(31).asNullable(), NetworkFunctions::ofNumber);
    to.strict(
        "inet6_aton", 1, 1, a -> ResultType.binary(16).asNullable(), NetworkFunctions::toBytes);
    to.strict("inet6_ntoa", 1, 1, a -> ResultType.text(39).asNullable(), NetworkFunctions::ofBytes);
    tests(to);
    to.strict(
        "uuid_to_bin", 1, 2, a -> ResultType.binary(16).asNullable(), NetworkFunctions::uuidBytes);
    to.strict(
        "bin_to_uuid", 1, 2, a -> ResultType.text(36).asNullable(), NetworkFunctions::uuidText);
    to.strict(
        "is_uuid",
        1,
        1,
        a -> ResultType.integer(1).asNullable(),
        c -> Predicates.truth(UUID.matcher(c.text(0)).matches()));
  }

  private static void tests(Function.Register to) {
    Function.Typing truth = a -> ResultType.integer(1).orNull(a.getFirst().type().nullable());
    to.lenient(
        "is_ipv4",
        1,
        1,
        truth,
        c -> Predicates.truth(!c.isNull(0) && Addresses.v4(c.text(0)) != null));
    to.lenient(
        "is_ipv6",
        1,
        1,
        truth,
        c -> Predicates.truth(!c.isNull(0) && Addresses.v6(c.text(0)) != null));
    to.lenient(
        "is_ipv4_compat",
        1,
        1,
        a -> ResultType.integer(1).asNullable(),
        c -> Predicates.truth(starts(c, new byte[12])));
    byte[] mapped = new byte[12];
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    to.lenient(
        "is_ipv4_mapped",
        1,
        1,
        a -> ResultType.integer(1).asNullable(),
        c -> Predicates.truth(starts(c, mapped)));
  }

  private static boolean starts(Call c, byte[] prefix) {
    byte[] bytes = c.isNull(0) ? new byte[0] : c.bytes(0);
    return bytes.length == 16 && Arrays.equals(Arrays.copyOf(bytes, 12), prefix);
  }

  private static Value refused(Call c) {
    String quoted = "'" + c.text(0) + "'";
    c.run().warn(1411, "Incorrect string value: '" + quoted + "' for function " + c.name());
    return Value.NULL;
  }

  private static Value toNumber(Call c) {
    String[] parts = c.text(0).split("\\.", 6);
    long number = 0;
    for (int i = 0; i < parts.length; i++) {
      if (parts.length > 4 || !parts[i].matches("[0-9]{1,3}") || Integer.parseInt(parts[i]) > 255) {
        return refused(c);
      }
      boolean last = i == parts.length - 1;
      int shift = last && parts.length > 1 ? 8 * (5 - parts.length) : 8;
      number = (number << shift) + Integer.parseInt(parts[i]);
    }
    return new Value.Int(BigInteger.valueOf(number), true);
  }

  private static Value ofNumber(Call c) {
    long number = Arithmetic.word(c.value(0));
    return number < 0 || number > 0xffffffffL
        ? Value.NULL
        : new Value.Text(
            (number >> 24)
                + "."
                + (number >> 16 & 255)
                + "."
                + (number >> 8 & 255)
                + "."
                + (number & 255));
  }

  private static Value toBytes(Call c) {
    byte[] four = Addresses.v4(c.text(0));
    byte[] bytes = four != null ? four : Addresses.v6(c.text(0));
    return bytes == null ? refused(c) : Coercion.blob(bytes);
  }

  private static Value ofBytes(Call c) {
    byte[] bytes = c.value(0) instanceof Value.Blob ? c.bytes(0) : new byte[0];
    return switch (bytes.length) {
      case 4, 16 -> new Value.Text(Addresses.text(bytes));
      default -> refused(c);
    };
  }

  private static Value uuidBytes(Call c) {
    if (!UUID.matcher(c.text(0)).matches()) {
      throw incorrect(c);
    }
    byte[] bytes = HexFormat.of().parseHex(c.text(0).replaceAll("[-{}]", ""));
    return Coercion.blob(c.size() > 1 && c.truth(1) ? swapped(bytes, 2) : bytes);
  }

  private static Value uuidText(Call c) {
    byte[] given = c.bytes(0);
    if (given.length != UUID_BYTES) {
      throw incorrect(c);
    }
    byte[] bytes = c.size() > 1 && c.truth(1) ? swapped(given, 1) : given;
    String hex = HexFormat.of().formatHex(bytes);
    return new Value.Text(
        String.join(
            "-",
            hex.substring(0, 8),
            hex.substring(8, 12),
            hex.substring(12, 16),
            hex.substring(16, 20),
            hex.substring(20)));
  }

  private static SqlException incorrect(Call c) {
    return new SqlException(
        1411, "HY000", "Incorrect string value: '" + c.text(0) + "' for function " + c.name());
  }

  /** Moves the slow part of the time to the front ({@code parts} 2), or back again (1). */
  private static byte[] swapped(byte[] bytes, int parts) {
    byte[] result = bytes.clone();
    if (parts == 2) {
      System.arraycopy(bytes, 6, result, 0, 2);
      System.arraycopy(bytes, 4, result, 2, 2);
      System.arraycopy(bytes, 0, result, 4, 4);
    } else {
      System.arraycopy(bytes, 4, result, 0, 4);
      System.arraycopy(bytes, 2, result, 4, 2);
      System.arraycopy(bytes, 0, result, 6, 2);
    }
    return result;
  }
}
