import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.spi.ToolProvider;

/**
 * Takes out of libraries what nothing refers to: {@code Shrink.java FOLDER GLOB} keeps, in the jars
 * of the folder that the glob names, the classes that are reached from the other jars.
 *
 * <p>References are those that jdeps finds, so a library that looks its classes up by name is none
 * for this. Bouncy Castle does so in its JCA provider alone, which MINA SSHD does without where it
 * is missing.
 */
void main(String... arguments) throws IOException {
  Path folder = Path.of(arguments[0]);
  List<Path> all = jars(folder, "**.jar");
  List<Path> large = jars(folder, arguments[1]);
  if (large.isEmpty()) {
    return;
  }
  Map<String, Set<String>> references = references(all);
  Set<String> roots = new HashSet<>();
  for (Path jar : all) {
    if (!large.contains(jar)) {
      roots.addAll(classes(jar));
    }
  }
  Set<String> reached = reached(roots, references);
  for (Path jar : large) {
    int before = classes(jar).size();
    keep(jar, reached);
    IO.println(
        "%s: %d of %d classes are reached"
            .formatted(jar.getFileName(), classes(jar).size(), before));
  }
}

List<Path> jars(Path folder, String glob) throws IOException {
  var matcher = FileSystems.getDefault().getPathMatcher("glob:" + folder + "/" + glob);
  try (var files = Files.walk(folder)) {
    return files.filter(matcher::matches).sorted().toList();
  }
}

/** Which classes each class names. */
Map<String, Set<String>> references(List<Path> jars) {
  var command = new ArrayList<>(List.of("--multi-release", "25", "--ignore-missing-deps"));
  command.addAll(List.of("-verbose:class", "-filter:none"));
  jars.forEach(jar -> command.add(jar.toString()));
  var out = new ByteArrayOutputStream();
  var errors = new ByteArrayOutputStream();
  int exit =
      ToolProvider.findFirst("jdeps")
          .orElseThrow()
          .run(
              new PrintStream(out, false, StandardCharsets.UTF_8),
              new PrintStream(errors, false, StandardCharsets.UTF_8),
              command.toArray(String[]::new));
  if (exit != 0) {
    throw new IllegalStateException("jdeps ended with " + exit + ": " + errors);
  }
  var references = new HashMap<String, Set<String>>();
  String from = "";
  for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
    if (!line.startsWith("   ")) {
      continue; // a jar, or a warning
    }
    String[] words = line.strip().split("\\s+");
    int arrow = List.of(words).indexOf("->");
    if (arrow != 0) {
      from = words[0];
    }
    if (arrow >= 0) {
      references.computeIfAbsent(from, _ -> new HashSet<>()).add(words[arrow + 1]);
    }
  }
  return references;
}

Set<String> reached(Set<String> roots, Map<String, Set<String>> references) {
  var reached = new HashSet<>(roots);
  var open = new ArrayDeque<>(roots);
  while (!open.isEmpty()) {
    for (String next : references.getOrDefault(open.pop(), Set.of())) {
      if (reached.add(next)) {
        open.push(next);
      }
    }
  }
  return reached;
}

/** The names of a jar's classes, those for one release of Java by the name they have there. */
Set<String> classes(Path jar) throws IOException {
  var names = new HashSet<String>();
  try (var zip = FileSystems.newFileSystem(jar);
      var files = Files.walk(zip.getPath("/"))) {
    files
        .map(Path::toString)
        .filter(file -> file.endsWith(".class"))
        .forEach(file -> names.add(named(file)));
  }
  return names;
}

String named(String file) {
  return file.replaceFirst("^/(META-INF/versions/\\d+/)?", "")
      .replaceFirst("\\.class$", "")
      .replace('/', '.');
}

void keep(Path jar, Set<String> wanted) throws IOException {
  try (var zip = FileSystems.newFileSystem(jar);
      var files = Files.walk(zip.getPath("/"))) {
    for (Path file : files.toList()) {
      boolean is = file.toString().endsWith(".class");
      if (is && !wanted.contains(named(file.toString()))) {
        Files.delete(file);
      }
    }
  }
}
