package io.honeypods.ipenum;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The TCP ports that something in this network namespace listens on, other than for itself.
 *
 * @param all of them
 * @param ours those of this process, whose decoys report who connects
 */
record OpenPorts(Set<Integer> all, Set<Integer> ours) {
  static final OpenPorts NONE = new OpenPorts(Set.of(), Set.of());

  private static final String LISTEN = "0A";
  private static final int INODE = 9;
  private static final String LOOPBACK_V4 = "7F";
  private static final String LOOPBACK_V6 = "00000000000000000000000001000000";

  OpenPorts {
    all = Set.copyOf(all);
    ours = Set.copyOf(ours);
  }

  /** A socket that listens: its port, and the number by which a process holds it. */
  record Listener(int port, String inode) {}

  /** What is open now, given what was; ours are looked for only where there is something new. */
  static OpenPorts read(OpenPorts before) throws IOException {
    var listeners = new ArrayList<Listener>();
    for (String name : List.of("tcp", "tcp6")) {
      Path table = Path.of("/proc/net", name);
      if (Files.isReadable(table)) {
        try (BufferedReader lines = Files.newBufferedReader(table)) {
          listeners.addAll(parse(lines));
        }
      }
    }
    var all = listeners.stream().map(Listener::port).collect(Collectors.toCollection(TreeSet::new));
    return all.equals(before.all) ? before : new OpenPorts(all, ours(listeners));
  }

  /**
   * Reads {@code /proc/net/tcp}: number, local and remote address, state and so on. Those that
   * listen come first, so that the others need not be read.
   */
  static List<Listener> parse(BufferedReader lines) throws IOException {
    var listeners = new ArrayList<Listener>();
    lines.readLine();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.strip().split("\\s+", -1);
      if (words.length <= INODE || !words[3].equals(LISTEN)) {
        return listeners;
      }
      int colon = words[1].indexOf(':');
      if (!isLoopback(words[1].substring(0, colon))) {
        int port = Integer.parseInt(words[1], colon + 1, words[1].length(), 16);
        listeners.add(new Listener(port, words[INODE]));
      }
    }
    return listeners;
  }

  /** The bytes of an address are written in the order of this processor, word by word. */
  private static boolean isLoopback(String address) {
    boolean mapped = address.startsWith("0000000000000000FFFF0000");
    return address.equals(LOOPBACK_V6)
        || ((address.length() == 8 || mapped) && address.endsWith(LOOPBACK_V4));
  }

  private static Set<Integer> ours(List<Listener> listeners) throws IOException {
    Set<String> held = heldSockets();
    return listeners.stream()
        .filter(listener -> held.contains(listener.inode))
        .map(Listener::port)
        .collect(Collectors.toSet());
  }

  private static Set<String> heldSockets() throws IOException {
    var held = new HashSet<String>();
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path descriptor : descriptors) {
        held.add(inode(descriptor));
      }
    }
    return held;
  }

  /** Of {@code socket:[4711]} the number; empty for what is no socket. */
  private static String inode(Path descriptor) throws IOException {
    try {
      String target = Files.readSymbolicLink(descriptor).toString();
      return target.startsWith("socket:[") ? target.substring(8, target.length() - 1) : "";
    } catch (NoSuchFileException _) {
      return ""; // closed meanwhile
    }
  }
}
