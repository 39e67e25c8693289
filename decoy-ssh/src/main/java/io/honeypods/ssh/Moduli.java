package io.honeypods.ssh;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The groups of Debian's {@code /etc/ssh/moduli} that a group exchange takes from. */
final class Moduli {
  static final int MIN = 2048;
  static final int MAX = 8192;

  private final List<Sized> groups;

  private record Sized(int bits, DhGroup group) {}

  private Moduli(List<Sized> groups) {
    this.groups = List.copyOf(groups);
  }

  static Moduli load() {
    InputStream resource = Moduli.class.getResourceAsStream("moduli");
    try (var lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(resource, "moduli"), US_ASCII))) {
      return new Moduli(lines.lines().map(Moduli::parse).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A group for a request whose bounds are within ours; null where there is none. */
  @Nullable DhGroup choose(long min, long wanted, long max, RandomGenerator random) {
    long best = 0;
    var candidates = new ArrayList<DhGroup>();
    for (Sized sized : groups) {
      int bits = sized.bits;
      if (bits < min || bits > max) {
        continue;
      }
      if ((bits > wanted && bits < best) || (bits > best && best < wanted)) {
        best = bits;
        candidates.clear();
      }
      if (bits == best) {
        candidates.add(sized.group);
      }
    }
    return candidates.isEmpty() ? null : candidates.get(random.nextInt(candidates.size()));
  }

  private static Sized parse(String line) {
    String[] parts = line.split(" ", 3);
    return new Sized(
        Integer.parseInt(parts[0]),
        new DhGroup(new BigInteger(parts[2], 16), new BigInteger(parts[1], 16)));
  }
}
