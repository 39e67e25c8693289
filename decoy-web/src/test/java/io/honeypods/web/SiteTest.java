package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.web.Resource.Directory;
import io.honeypods.web.Resource.File;
import io.honeypods.web.Resource.Unreadable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {
  private static final Directory DIRECTORY = new Directory(Instant.EPOCH);
  private static final File FILE = new File(Bytes.ofLatin1("x"), Instant.EPOCH);

  @Test
  void findsWhatLiesAtAPath() {
    var site = new Site(Map.of("/", DIRECTORY, "/a", DIRECTORY, "/a/b", FILE));

    assertThat(site.at("/")).isEqualTo(DIRECTORY);
    assertThat(site.at("/a/b")).isEqualTo(FILE);
    assertThat(site.at("/a/")).isNull();
    assertThat(site.at("/b")).isNull();
  }

  @Test
  void doesNotChangeWithTheMapItWasMadeOf() {
    var resources = new HashMap<String, Resource>(Map.of("/", DIRECTORY));
    var site = new Site(resources);

    resources.put("/a", FILE);

    assertThat(site.at("/a")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a/b", "/f/b", "/u/b"})
  void refusesAFileThatIsInNoDirectory(String path) {
    Map<String, Resource> resources =
        Map.of("/", DIRECTORY, "/f", FILE, "/u", new Unreadable(true), path, FILE);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Site(resources))
        .withMessage(
            "path %s below %s (expected that to be a directory)", path, path.substring(0, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "/a/", "//a", "/a//b", ""})
  void refusesAPathThatIsNotNormal(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Site(Map.of("/", DIRECTORY, path, FILE)))
        .withMessageContaining("expected one such as /a/b");
  }

  @Test
  void forbidsWhatLiesBelowAnUnreadableDirectory() {
    var site = new Site(Map.of("/", DIRECTORY, "/u", new Unreadable(true)));

    assertThat(site.isForbidden("/u/a/b")).isTrue();
    assertThat(site.isForbidden("/a")).isFalse();
  }
}
