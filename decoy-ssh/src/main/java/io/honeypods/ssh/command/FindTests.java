package io.honeypods.ssh.command;

import com.google.re2j.Pattern;
import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.host.User;
import io.honeypods.ssh.host.Wildcard;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What {@code find} can ask of a file. */
final class FindTests {
  private final Task task;

  FindTests(Task task) {
    this.task = task;
  }

  static String letter(Inode inode) {
    char letter = inode.kind().letter();
    return letter == '-' ? "f" : String.valueOf(letter);
  }

  /** The test of a word; null where there is none. */
  @Nullable FindNode test(String word, Supplier<String> argument) {
    return switch (word) {
      case "-name" -> named(Wildcard.of(argument.get()));
      case "-iname" -> named(Wildcard.blind(argument.get()));
      case "-path", "-wholename" -> path(Wildcard.of(argument.get()));
      case "-ipath", "-iwholename" -> path(Wildcard.blind(argument.get()));
      case "-regex", "-iregex" -> regex(argument.get(), word.equals("-iregex"));
      case "-type" -> type(argument.get(), false);
      case "-xtype" -> type(argument.get(), true);
      case "-user", "-uid" -> owned(argument.get(), true);
      case "-group", "-gid" -> owned(argument.get(), false);
      case "-perm" -> FindModes.test(argument.get());
      case "-size" -> sized(argument.get());
      case "-mtime", "-ctime", "-atime" -> aged(word, argument.get(), Duration.ofDays(1));
      case "-mmin", "-cmin", "-amin" -> aged(word, argument.get(), Duration.ofMinutes(1));
      case "-newer", "-anewer", "-cnewer", "-newermt" -> newer(argument.get());
      default -> alone(word);
    };
  }

  private @Nullable FindNode alone(String word) {
    return switch (word) {
      case "-empty" ->
          file ->
              file.inode().isDirectory()
                  ? task.files().list(file.path()).isEmpty()
                  : file.inode().size() == 0 && file.inode().isRegular();
      case "-readable" -> file -> task.files().may(file.inode(), 4);
      case "-writable" -> file -> task.files().may(file.inode(), 2);
      case "-executable" -> file -> task.files().may(file.inode(), 1);
      case "-nouser", "-nogroup", "-false" -> _ -> false;
      case "-true" -> _ -> true;
      default -> null;
    };
  }

  private static FindNode named(Wildcard wildcard) {
    return file -> wildcard.matches(Paths.name(file.path()));
  }

  private static FindNode path(Wildcard wildcard) {
    return file -> wildcard.matches(file.path());
  }

  private static FindNode regex(String text, boolean blind) {
    Pattern pattern = Regex.of(text, false, blind);
    if (pattern == null) {
      throw new FindProblem(
          "failed to compile regular expression '" + text + "': " + Regex.problem(text, false));
    }
    return file -> pattern.matcher(file.path()).matches();
  }

  private FindNode type(String letters, boolean follows) {
    for (String each : letters.split(",", -1)) {
      if (each.length() != 1 || "bcdpflsD".indexOf(each) < 0) {
        throw new FindProblem(
            each.isEmpty()
                ? "Arguments to -type should contain at least one letter"
                : "Unknown argument to -type: " + each);
      }
    }
    return file -> {
      Inode behind = follows ? task.files().peek(file.path()) : null;
      return letters.contains(letter(behind == null ? file.inode() : behind));
    };
  }

  private FindNode owned(String name, boolean user) {
    User found = user ? task.accounts().user(name) : null;
    boolean number = name.matches("[0-9]{1,9}");
    if (user && found == null && !number) {
      throw new FindProblem("'" + name + "' is not the name of a known user");
    }
    return file -> {
      int id = user ? file.inode().uid() : file.inode().gid();
      return number
          ? id == Integer.parseInt(name)
          : found != null ? id == found.uid() : task.accounts().groupName(id).equals(name);
    };
  }

  private static FindNode sized(String text) {
    String bare = text.replaceFirst("^[-+]", "");
    String digits = bare.replaceFirst("[^0-9].*", "");
    String letter = bare.substring(digits.length());
    if (digits.isEmpty() || digits.length() > 12 || !letter.matches("[bcwkMG]?")) {
      throw new FindProblem("Invalid argument `" + text + "' to -size");
    }
    long unit =
        switch (letter) {
          case "c" -> 1;
          case "w" -> 2;
          case "k" -> 1024;
          case "M" -> 1024 * 1024;
          case "G" -> 1024 * 1024 * 1024;
          default -> 512;
        };
    LongPredicate fits = compared(text, Long.parseLong(digits));
    return file -> fits.test((file.inode().size() + unit - 1) / unit);
  }

  private static LongPredicate compared(String text, long wanted) {
    return text.startsWith("+")
        ? value -> value > wanted
        : text.startsWith("-") ? value -> value < wanted : value -> value == wanted;
  }

  private FindNode aged(String word, String text, Duration unit) {
    String digits = text.replaceFirst("^[-+]", "");
    if (!digits.matches("[0-9]{1,9}")) {
      throw new FindProblem("invalid argument `" + text + "' to `" + word + "'");
    }
    LongPredicate fits = compared(text, Long.parseLong(digits));
    return file ->
        fits.test(
            Duration.between(file.inode().modified(), task.machine().now()).toSeconds()
                / unit.toSeconds());
  }

  private FindNode newer(String path) {
    try {
      Instant than = task.files().stat(path).modified();
      return file -> file.inode().modified().isAfter(than);
    } catch (Fault fault) {
      throw new FindProblem("'" + path + "': " + fault.text());
    }
  }
}
