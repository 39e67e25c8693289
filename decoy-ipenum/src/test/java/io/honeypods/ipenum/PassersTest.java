package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.ipenum.Passers.Visit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassersTest {
  private static final long START = 1_800_000_000_000L;

  private final Passers passers = new Passers(100, 42);

  @ParameterizedTest
  @CsvSource({"-1,false,false", "0,true,true", "65535,true,false", "53,false,true"})
  void remembersWhatWasDone(int port, boolean tcp, boolean named) {
    var visit = new Visit(port, tcp, named, START);
    passers.add(key(7, true), visit);

    assertThat(passers.take(key(8, true))).isNull();
    assertThat(passers.take(key(7, false))).isNull();
    assertThat(passers.take(key(7, true))).isEqualTo(visit);
    assertThat(passers.take(key(7, true))).isNull();
    assertThat(passers.size()).isZero();
  }

  @Test
  void theOldestMakesRoom() {
    for (int i = 0; i <= 100; i++) {
      passers.add(key(i, false), visit(i));
    }

    assertThat(passers.size()).isEqualTo(100);
    assertThat(passers.take(key(0, false))).isNull();
    assertThat(passers.take(key(1, false))).isEqualTo(visit(1));
    passers.dropOldest();
    assertThat(passers.take(key(2, false))).isNull();
  }

  @Test
  void forgetsByTime() {
    for (int i = 0; i < 50; i++) {
      passers.add(key(i, false), visit(i));
    }
    passers.take(key(0, false));
    passers.take(key(20, false));

    passers.forget(START + 20);
    assertThat(passers.size()).isEqualTo(29);
    passers.forget(START + 1000);
    assertThat(passers.size()).isZero();
    passers.forget(START + 1000);
    passers.dropOldest();
    assertThat(passers.size()).isZero();
  }

  @Test
  void agreesWithAMapWhateverHappens() {
    var random = new SplittableRandom(7);
    Map<Source.Key, Visit> model = new LinkedHashMap<>();
    for (int i = 0; i < 100_000; i++) {
      Source.Key key = key(random.nextInt(150), random.nextBoolean());
      Visit taken = passers.take(key);
      assertThat(taken).isEqualTo(model.remove(key));
      if (taken == null) {
        if (model.size() == 60) {
          passers.dropOldest();
          model.remove(model.keySet().iterator().next());
        }
        passers.add(key, visit(i));
        model.put(key, visit(i));
      }
      assertThat(passers.size()).isEqualTo(model.size());
    }
  }

  private static Visit visit(int number) {
    return new Visit(number & 0xffff, true, false, START + number);
  }

  private static Source.Key key(int number, boolean expected) {
    return new Source.Key(new Address(0xfd77L << 48, number), expected);
  }
}
