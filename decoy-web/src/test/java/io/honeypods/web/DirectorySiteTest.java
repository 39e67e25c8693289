package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.event.Bytes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectorySiteTest {
  @TempDir Path root;

  @BeforeEach
  void openTheRoot() throws IOException {
    permit(root, "rwxr-xr-x");
  }

  @Test
  void readsFilesWithTheirTimes() throws Exception {
    directory("sub");
    Path file = file("sub/a.txt", "rw-r--r--");
    Files.setLastModifiedTime(file, FileTime.from(TestNginx.MODIFIED));
    Site site = DirectorySite.read(root);
    assertThat(site.at("/sub/a.txt"))
        .isEqualTo(new Resource.File(Bytes.ofLatin1("x"), TestNginx.MODIFIED));
    assertThat(site.at("/sub")).isInstanceOf(Resource.Directory.class);
    assertThat(site.at("/")).isInstanceOf(Resource.Directory.class);
    assertThat(site.at("/sub/")).isNull();
  }

  @Test
  void readsNothingThatOthersMayNotRead() throws Exception {
    file("secret", "rw-r-----");
    permit(directory("closed"), "rwxr-x--x");
    permit(directory("shut"), "rwxr-xr--");
    Site site = DirectorySite.read(root);
    assertThat(site.at("/secret")).isEqualTo(new Resource.Unreadable(false));
    assertThat(site.at("/closed")).isEqualTo(new Resource.Unreadable(true));
    assertThat(site.at("/shut")).isEqualTo(new Resource.Unreadable(true));
    assertThat(site.isForbidden("/shut/anything")).isTrue();
    assertThat(site.isForbidden("/nothing/anything")).isFalse();
  }

  @Test
  void followsLinksAndLeavesOutThoseThatLeadNowhere() throws Exception {
    file("a", "rw-r--r--");
    Files.createSymbolicLink(root.resolve("b"), Path.of("a"));
    Files.createSymbolicLink(root.resolve("c"), Path.of("nowhere"));
    Site site = DirectorySite.read(root);
    assertThat(site.at("/b")).isEqualTo(site.at("/a")).isNotNull();
    assertThat(site.at("/c")).isNull();
  }

  @Test
  void endsAtLinksThatLeadInCircles() throws Exception {
    Files.createSymbolicLink(directory("sub").resolve("up"), root);
    Files.createSymbolicLink(root.resolve("self"), Path.of("self"));
    Site site = DirectorySite.read(root);
    assertThat(site.at("/sub/up")).isInstanceOf(Resource.Directory.class);
    assertThat(site.at("/sub/up/sub")).isNull();
    assertThat(site.at("/self")).isEqualTo(new Resource.Unreadable(true));
  }

  @Test
  void refusesMoreBytesThanItServes() throws Exception {
    sparse("big", DirectorySite.MAX_BYTES);
    assertThat(DirectorySite.read(root).at("/big")).isInstanceOf(Resource.File.class);
    file("one-more", "rw-r--r--");
    assertThatThrownBy(() -> DirectorySite.read(root))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(root + " with more than 33554432 bytes")
        .hasMessageContaining("33554432 at most");
  }

  @Test
  void refusesMoreEntriesThanItServes() throws Exception {
    for (int i = 1; i < 10_000; i++) {
      Files.createFile(root.resolve("f" + i));
    }
    assertThat(DirectorySite.read(root).resources()).hasSize(10_000);
    Files.createFile(root.resolve("f"));
    assertThatThrownBy(() -> DirectorySite.read(root))
        .hasMessageContaining(root + " with more than 10000 entries")
        .hasMessageContaining("10000 at most");
  }

  @Test
  void refusesDirectoriesTooDeep() throws Exception {
    Path deep = directory("d" + "/d".repeat(39));
    assertThat(DirectorySite.read(root).resources()).hasSize(41);
    permit(Files.createDirectory(deep.resolve("d")), "rwxr-xr-x");
    assertThatThrownBy(() -> DirectorySite.read(root))
        .hasMessageContaining(root + " with directories 41 deep")
        .hasMessageContaining("40 at most");
  }

  @Test
  void refusesWhatIsNoDirectory() throws Exception {
    Path file = file("a", "rw-r--r--");
    assertThatThrownBy(() -> DirectorySite.read(file))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("web.root")
        .hasMessageContaining("a directory");
  }

  private Path directory(String name) throws IOException {
    Path directory = Files.createDirectories(root.resolve(name));
    Path at = root;
    for (Path part : root.relativize(directory)) {
      at = at.resolve(part);
      permit(at, "rwxr-xr-x");
    }
    return directory;
  }

  private Path file(String name, String permissions) throws IOException {
    Path file = Files.writeString(root.resolve(name), "x");
    permit(file, permissions);
    return file;
  }

  private void sparse(String name, long size) throws IOException {
    try (var file = new RandomAccessFile(root.resolve(name).toFile(), "rw")) {
      file.setLength(size);
    }
    permit(root.resolve(name), "rw-r--r--");
  }

  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
