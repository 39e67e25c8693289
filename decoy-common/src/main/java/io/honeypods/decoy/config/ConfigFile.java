package io.honeypods.decoy.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads the configuration file into a tree, within bounds. */
final class ConfigFile {
  static final int MOST_BYTES = 64 * 1024;

  private final String name;
  private final List<Problem> problems;

  private ConfigFile(String name, List<Problem> problems) {
    this.name = name;
    this.problems = problems;
  }

  /** The sections of a file, or null where it has none for the problems added. */
  static Node.@Nullable Mapping read(Path file, List<Problem> problems) {
    var config = new ConfigFile(file.toString(), problems);
    String text = config.text(file);
    return text == null ? null : config.sections(text);
  }

  private @Nullable String text(Path file) {
    if (Files.isDirectory(file)) {
      return fail("a directory (expected a file)");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      return bytes.length > MOST_BYTES
          ? fail("larger than " + MOST_BYTES + " bytes (expected a configuration)")
          : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return fail("not UTF-8 (expected YAML in UTF-8)");
    } catch (NoSuchFileException _) {
      return fail("no such file");
    } catch (AccessDeniedException _) {
      return fail("not readable: permission denied");
    } catch (FileSystemException e) {
      return fail("not readable: " + e.getReason());
    } catch (IOException e) {
      return fail("not readable: " + e.getMessage());
    }
  }

  private Node.@Nullable Mapping sections(String text) {
    try {
      rejectUnprintable(text);
      return switch (YamlTree.parse(text, problems)) {
        case Node.Mapping mapping -> mapping;
        case Node.Null _ -> Node.Mapping.EMPTY;
        case Node other -> {
          problems.add(Problem.value(name, other.called(), "a mapping of sections"));
          yield null;
        }
      };
    } catch (YamlSyntaxException e) {
      problems.add(e.in(name));
      return null;
    }
  }

  private static void rejectUnprintable(String text) throws YamlSyntaxException {
    int line = 1;
    int column = 1;
    for (int c : text.codePoints().toArray()) {
      if (!StreamReader.isPrintable(c)) {
        throw new YamlSyntaxException(String.format("character U+%04X", c), line, column);
      }
      column = c == '\n' ? 1 : column + 1;
      line += c == '\n' ? 1 : 0;
    }
  }

  private @Nullable String fail(String why) {
    problems.add(Problem.statement(name, why));
    return null;
  }
}
