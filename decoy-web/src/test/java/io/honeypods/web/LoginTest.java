package io.honeypods.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Field;
import io.honeypods.decoy.event.LoginMethod;
import io.honeypods.decoy.event.Secret;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {

  @ParameterizedTest
  @CsvSource({
    "admin:secret, admin, secret",
    "admin:a:b, admin, a:b",
    "admin:, admin, ''",
    ":x, '', x",
    "j\u00fcrgen:p\u00e4ss, j\u00fcrgen, p\u00e4ss"
  })
  void readsBasic(String pair, String user, String password) {
    String value = Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    assertThat(authorization("Basic " + value))
        .containsExactly(new Login(LoginMethod.BASIC, user, Secret.password(password)));
    assertThat(authorization("bAsIc   " + value)).hasSize(1);
  }

  @Test
  void readsBasicWithoutColon() {
    assertThat(authorization("Basic YWRtaW4="))
        .containsExactly(new Login(LoginMethod.BASIC, "admin", Secret.NONE));
  }

  @Test
  void readsBasicWithoutPadding() {
    assertThat(authorization("Basic YTpiYw"))
        .containsExactly(new Login(LoginMethod.BASIC, "a", Secret.password("bc")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"!!!", "YTpi=x", "YTp", "Y", "YT pi"})
  void keepsWhatIsNoBase64AsItCame(String value) {
    assertThat(authorization("Basic " + value))
        .hasSize(1)
        .first()
        .extracting(Login::method)
        .isEqualTo(LoginMethod.BASIC);
  }

  @Test
  void readsBearer() {
    assertThat(authorization("Bearer abc.def"))
        .containsExactly(new Login(LoginMethod.BEARER, "", Secret.token("abc.def")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic", "Digest username=\"a\"", "Negotiate abc"})
  void knowsNoOtherScheme(String value) {
    assertThat(authorization(value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "username=admin&password=secret, admin, secret",
    "log=admin&pwd=a%26b+c, admin, a&b c",
    "PASSWORD=x, '', x",
    "passwd=%zz&user=u, u, %zz",
    "a&=&user&pass=&x=y, '', ''"
  })
  void readsAForm(String body, String user, String password) {
    assertThat(form(body))
        .containsExactly(new Login(LoginMethod.FORM, user, Secret.password(password)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "user=admin", "a=b&c=d", "&&&", "=password"})
  void takesAFormWithoutPasswordForNoLogin(String body) {
    assertThat(form(body)).isEmpty();
  }

  @Test
  void readsHeaderAndForm() {
    var head =
        request(
            new Field("authorization", "Bearer t"),
            new Field("CONTENT-TYPE", "Application/X-WWW-Form-URLencoded; charset=utf-8"));
    assertThat(Login.of(head, Bytes.ofLatin1("pass=p"))).hasSize(2);
  }

  @Test
  void recognisesAPlantedSecretWhateverTheUser() {
    String secret = TestNginx.PLANTED.secret();
    assertThat(new Login(LoginMethod.FORM, "other", Secret.password(secret)))
        .matches(login -> login.presents(TestNginx.PLANTED));
    assertThat(new Login(LoginMethod.FORM, "backup", Secret.password(secret + "x")))
        .matches(login -> !login.presents(TestNginx.PLANTED));
  }

  private static List<Login> authorization(String value) {
    return Login.of(request(new Field("Authorization", value)), Bytes.EMPTY);
  }

  private static List<Login> form(String body) {
    var type = new Field("Content-Type", "application/x-www-form-urlencoded");
    return Login.of(request(type), Bytes.ofLatin1(body));
  }

  private static RequestHead request(Field... headers) {
    return new RequestHead("POST", "/", "/", null, null, 1, 1, true, List.of(headers));
  }
}
