package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code factor}: the primes that numbers are made of. */
final class Numbers {
  private static final int MAX_DIGITS = 38;
  private static final int SMALL = 1 << 16;
  private static final int MAX_STEPS = 400_000;

  private Numbers() {}

  static int factor(Task task) {
    Options options = Options.of(task, 1, "h", "exponents=h");
    var numbers = new ArrayList<>(options.operands());
    if (numbers.isEmpty()) {
      Lines.of(task, List.of(), line -> numbers.addAll(List.of(line.strip().split("[ \t]+", -1))));
    }
    int status = 0;
    for (String text : numbers) {
      if (!text.matches("\\+?[0-9]{1," + MAX_DIGITS + "}")) {
        status = task.fail(1, "'" + text + "' is not a valid positive integer");
      } else {
        var number = new BigInteger(text);
        task.out(number + ":" + shown(primes(task, number), options.has('h')) + "\n");
      }
    }
    return status;
  }

  private static String shown(SortedMap<BigInteger, Integer> primes, boolean exponents) {
    var text = new StringBuilder();
    primes.forEach(
        (prime, count) ->
            text.append(
                exponents && count > 1 ? " " + prime + "^" + count : (" " + prime).repeat(count)));
    return text.toString();
  }

  private static SortedMap<BigInteger, Integer> primes(Task task, BigInteger number) {
    var primes = new TreeMap<BigInteger, Integer>();
    BigInteger left = number;
    for (long divisor = 2; divisor < SMALL && left.bitLength() > 1; divisor++) {
      BigInteger candidate = BigInteger.valueOf(divisor);
      while (left.mod(candidate).signum() == 0 && left.signum() > 0) {
        primes.merge(candidate, 1, Integer::sum);
        left = left.divide(candidate);
      }
    }
    task.work(SMALL / 64);
    if (left.bitLength() > 1) {
      large(task, left, primes);
    }
    return primes;
  }

  /** Splits what has no small divisor: at most three primes are left of nineteen digits. */
  private static void large(Task task, BigInteger number, SortedMap<BigInteger, Integer> primes) {
    BigInteger divisor = number.isProbablePrime(40) ? number : rho(task, number);
    if (divisor.equals(number)) {
      primes.merge(number, 1, Integer::sum);
      return;
    }
    large(task, divisor, primes);
    large(task, number.divide(divisor), primes);
  }

  /** A divisor by Pollard's method; the number itself where none is found in time. */
  private static BigInteger rho(Task task, BigInteger number) {
    BigInteger root = number.sqrt();
    if (root.multiply(root).equals(number)) {
      return root;
    }
    for (int seed = 1, steps = 0; steps < MAX_STEPS; seed++) {
      BigInteger constant = BigInteger.valueOf(seed);
      BigInteger slow = BigInteger.TWO;
      BigInteger fast = BigInteger.TWO;
      BigInteger divisor = BigInteger.ONE;
      while (divisor.equals(BigInteger.ONE) && steps < MAX_STEPS) {
        slow = slow.multiply(slow).add(constant).mod(number);
        fast = fast.multiply(fast).add(constant).mod(number);
        fast = fast.multiply(fast).add(constant).mod(number);
        divisor = slow.subtract(fast).gcd(number);
        steps++;
        task.work(1);
      }
      if (!divisor.equals(BigInteger.ONE) && !divisor.equals(number)) {
        return divisor;
      }
    }
    return number;
  }
}
