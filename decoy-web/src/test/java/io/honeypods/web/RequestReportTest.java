package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.Event.PlantedCredentialUsed;
import io.honeypods.decoy.event.Event.RequestReceived;
import io.honeypods.decoy.event.Field;
import io.honeypods.decoy.event.Finding;
import io.honeypods.decoy.event.LoginMethod;
import io.honeypods.decoy.event.Outcome;
import io.honeypods.decoy.event.Payload;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestReportTest {

  @Test
  void tellsTheRequestAsItCame() {
    RequestReceived event = request(head("/a?b", new Field("X", "y")), "body");
    assertThat(event.method().value()).isEqualTo("GET");
    assertThat(event.target().value()).isEqualTo("/a?b");
    assertThat(event.version()).isEqualTo("1.1");
    assertThat(event.headers()).containsExactly(new Field("X", "y"));
    assertThat(event.headerCount()).isEqualTo(1);
    assertThat(event.body().kept()).isEqualTo(Bytes.ofLatin1("body"));
    assertThat(event.status()).isEqualTo(404);
  }

  @Test
  void boundsWhatItHoldsAndSaysHowMuchThereWas() {
    var headers = Collections.nCopies(900, new Field("Name", "value".repeat(5)));
    RequestReceived event =
        request(head("/" + "a".repeat(8000), headers.toArray(Field[]::new)), "");
    assertThat(event.target().length()).isEqualTo(8001);
    assertThat(event.target().value()).hasSize(4096);
    assertThat(event.headers()).hasSizeLessThan(900);
    assertThat(event.headerCount()).isEqualTo(900);
  }

  @Test
  void recognisesWhatIsWantedInTargetHeaderAndBody() {
    assertThat(rules(request(head("/..%2f..%2fetc/passwd"), ""))).isNotEmpty();
    assertThat(rules(request(head("/", new Field("X", "${jndi:ldap://a/b}")), "")))
        .containsExactly("jndi-lookup");
    assertThat(rules(request(head("/"), "${jndi:ldap://a/b}"))).containsExactly("jndi-lookup");
    assertThat(rules(request(head("/"), ""))).isEmpty();
  }

  @Test
  void tellsLoginsAndPlantedCredentialsBehindTheRequest() {
    var planted = TestNginx.PLANTED;
    List<Event> events =
        report(head("/", new Field("Authorization", "Bearer " + planted.secret())), "");
    assertThat(events.get(0)).isInstanceOf(RequestReceived.class);
    assertThat(((LoginAttempted) events.get(1)).outcome()).isEqualTo(Outcome.FAILURE);
    assertThat(events.get(2))
        .isEqualTo(
            new PlantedCredentialUsed(
                planted.service(), planted.user(), planted.place(), LoginMethod.BEARER));
    assertThat(events).hasSize(3);
  }

  private static List<String> rules(RequestReceived event) {
    return event.findings().stream().map(Finding::rule).toList();
  }

  private static RequestReceived request(RequestHead head, String body) {
    return (RequestReceived) report(head, body).getFirst();
  }

  private static List<Event> report(RequestHead head, String body) {
    return TestNginx.REPORT.of(head, Payload.of(Bytes.ofLatin1(body)), 404);
  }

  private static RequestHead head(String target, Field... headers) {
    TargetPath path = TargetPath.parse(target);
    String decoded = path == null ? "" : path.path();
    String query = path == null ? null : path.query();
    return new RequestHead("GET", target, decoded, query, null, 1, 1, true, List.of(headers));
  }
}
