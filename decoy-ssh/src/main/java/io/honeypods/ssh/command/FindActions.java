package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Inode;
import io.honeypods.ssh.host.Output;
import io.honeypods.ssh.host.Paths;
import io.honeypods.ssh.host.Strftime;
import io.honeypods.ssh.host.Task;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What {@code find} does with files. */
final class FindActions {
  private final Task task;
  private final FindSearch search;

  FindActions(Task task, FindSearch search) {
    this.task = task;
    this.search = search;
  }

  /** The action of a word; null where it is none. */
  @Nullable FindNode action(String word, Supplier<String> argument) {
    return switch (word) {
      case "-print" -> file -> print(file.path(), "\n");
      case "-print0" -> file -> print(file.path(), "\0");
      case "-printf" -> formatted(argument.get());
      case "-fprint" -> written(argument.get());
      case "-ls" -> file -> print(details(file), "\n");
      case "-delete" -> {
        search.late();
        yield this::delete;
      }
      case "-prune" ->
          file -> {
            search.prune();
            return true;
          };
      case "-quit" ->
          file -> {
            search.quit();
            return true;
          };
      default -> null;
    };
  }

  boolean print(String text, String end) {
    task.out(text + end);
    return true;
  }

  FindNode each(List<String> argv) {
    return file -> search.run(argv.stream().map(word -> word.replace("{}", file.path())).toList());
  }

  private FindNode written(String path) {
    Output out = task.files().create(path, false);
    return file -> {
      out.write(task, file.path() + "\n");
      return true;
    };
  }

  private boolean delete(FindFile file) {
    if (file.path().equals(".")) {
      return true;
    }
    try {
      task.files().remove(file.path());
      return true;
    } catch (Fault fault) {
      search.fail("cannot delete '" + file.path() + "': " + fault.text());
      return false;
    }
  }

  private String details(FindFile file) {
    Inode inode = file.inode();
    return "%9d %6d %s   1 %-8s %-8s %8d %s %s"
        .formatted(
            Sizes.number(file.path()),
            (inode.size() + 4095) / 4096 * 4,
            inode.letters(),
            task.accounts().userName(inode.uid()),
            task.accounts().groupName(inode.gid()),
            inode.size(),
            Strftime.of("%b %e %H:%M", inode.modified().atZone(ZoneOffset.UTC)),
            file.path() + (inode.isLink() ? " -> " + inode.data() : ""));
  }

  private FindNode formatted(String format) {
    return file -> {
      var out = new StringBuilder();
      for (int i = 0; i < format.length(); i++) {
        char c = format.charAt(i);
        boolean more = i + 1 < format.length();
        if (c == '%' && more) {
          out.append(part(format.charAt(++i), file));
        } else if (c == '\\' && more) {
          out.append(escape(format.charAt(++i)));
        } else {
          out.append(c);
        }
      }
      return print(out.toString(), "");
    };
  }

  private static String escape(char letter) {
    return switch (letter) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case '0' -> "\0";
      case '\\' -> "\\";
      default -> "\\" + letter;
    };
  }

  private String part(char letter, FindFile file) {
    Inode inode = file.inode();
    return switch (letter) {
      case 'p' -> file.path();
      case 'f' -> Paths.name(file.path());
      case 'h' ->
          file.path().contains("/") ? file.path().substring(0, file.path().lastIndexOf('/')) : ".";
      case 's' -> String.valueOf(inode.size());
      case 'y' -> FindTests.letter(inode);
      case 'm' -> Integer.toOctalString(inode.mode());
      case 'M' -> inode.letters();
      case 'u' -> task.accounts().userName(inode.uid());
      case 'g' -> task.accounts().groupName(inode.gid());
      case 'U' -> String.valueOf(inode.uid());
      case 'G' -> String.valueOf(inode.gid());
      case 'd' -> String.valueOf(file.depth());
      case 'l' -> inode.isLink() ? inode.data() : "";
      case 'i' -> String.valueOf(Sizes.number(file.path()));
      case 'T', 't' ->
          Strftime.of("%a %b %e %H:%M:%S.0000000000 %Y", inode.modified().atZone(ZoneOffset.UTC));
      case '%' -> "%";
      default -> "%" + letter;
    };
  }
}
