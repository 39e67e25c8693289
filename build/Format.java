import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs google-java-format over every source of the tree: {@code --dry-run --set-exit-if-changed} to
 * check, {@code --replace} to format.
 */
final class Format {
  private Format() {}

  public static void main(String[] options) throws IOException {
    var arguments = new ArrayList<>(List.of(options));
    try (Stream<Path> files = Files.walk(Path.of("."))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("/target/"))
          .sorted()
          .map(Path::toString)
          .forEach(arguments::add);
    }
    Main.main(arguments.toArray(String[]::new));
  }
}
