package io.honeypods.decoy.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldTest {
  private static final int OVERHEAD = 8;

  @Test
  void fieldsThatFitAreLeftAlone() {
    var fields = List.of(field(1), field(Field.LIMIT - 2 * OVERHEAD - 3));
    assertThat(Field.bounded(fields)).isEqualTo(fields);
  }

  @Test
  void oneCharacterTooManyCutsTheLast() {
    var fields = List.of(field(1), field(Field.LIMIT - 2 * OVERHEAD - 2));
    List<Field> bounded = Field.bounded(fields);
    assertThat(bounded).hasSize(2).first().isEqualTo(fields.getFirst());
    assertThat(size(bounded)).isLessThanOrEqualTo(Field.LIMIT);
  }

  @Test
  void manyFieldsKeepToTheLimit() {
    List<Field> bounded = Field.bounded(Collections.nCopies(100_000, new Field("", "")));
    assertThat(bounded).hasSizeLessThanOrEqualTo(Field.LIMIT / OVERHEAD + 1);
  }

  @Test
  void aLongNameIsCutToo() {
    List<Field> bounded = Field.bounded(List.of(new Field("n".repeat(10_000), "v")));
    assertThat(bounded).containsExactly(new Field("n".repeat(Field.LIMIT), ""));
  }

  private static int size(List<Field> fields) {
    return fields.stream().mapToInt(f -> f.name().length() + f.value().length()).sum();
  }

  private static Field field(int valueLength) {
    return new Field("n", "v".repeat(valueLength));
  }
}
