package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.ssh.Encapsulation.Sealed;
import java.util.Arrays;
import java.util.Random;
import org.apache.sshd.common.kex.BuiltinKEM;
import org.apache.sshd.common.kex.KeyEncapsulationMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we seal is opened by a library that we did not write. */
class EncapsulationTest {
  private static final int ROUNDS = 8;

  @ParameterizedTest
  @CsvSource({"MLKEM768, mlkem768", "SNTRUP761, sntrup761"})
  void isOpenedByItsClient(Encapsulation ours, BuiltinKEM theirs) {
    for (int i = 0; i < ROUNDS; i++) {
      KeyEncapsulationMethod.Client client = theirs.getClient();
      client.init();

      assertThat(client.getPublicKey()).hasSize(ours.publicKey());
      Sealed sealed = ours.sealFor(client.getPublicKey());
      assertThat(sealed.ciphertext().length()).isEqualTo(client.getEncapsulationLength());
      assertThat(client.extractSecret(sealed.ciphertext().toByteArray()))
          .isEqualTo(sealed.secret().toByteArray());
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1158, 4591", "2, 1007, 1531"})
  void numbersAreWhatTheyWereAsBytes(int seed, int length, int radix) {
    int[] radices = new int[761];
    Arrays.fill(radices, radix);
    int[] numbers = new Random(seed).ints(761, 0, radix).toArray();

    byte[] bytes = MixedRadix.encode(numbers, radices);

    assertThat(bytes).hasSize(length);
    assertThat(MixedRadix.decode(bytes, radices)).containsExactly(numbers);
  }
}
