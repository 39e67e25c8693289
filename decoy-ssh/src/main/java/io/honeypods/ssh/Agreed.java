package io.honeypods.ssh;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The algorithms of a session: of each list the client's first that the server has. */
record Agreed(
    String kex,
    String hostKey,
    String cipherIn,
    String cipherOut,
    String macIn,
    String macOut,
    String compressionIn,
    String compressionOut,
    boolean guessedWrong) {

  /** What both have in common; null where a list has nothing. */
  static @Nullable Agreed between(KexInit client, KexInit server) {
    String kex = first(client.kex(), server.kex());
    String hostKey = first(client.hostKeys(), server.hostKeys());
    String cipherIn = first(client.ciphersIn(), server.ciphersIn());
    String cipherOut = first(client.ciphersOut(), server.ciphersOut());
    String macIn = mac(cipherIn, client.macsIn(), server.macsIn());
    String macOut = mac(cipherOut, client.macsOut(), server.macsOut());
    String compressionIn = first(client.compressionIn(), server.compressionIn());
    String compressionOut = first(client.compressionOut(), server.compressionOut());
    if (kex == null
        || isSignal(kex)
        || hostKey == null
        || cipherIn == null
        || cipherOut == null
        || macIn == null
        || macOut == null
        || compressionIn == null
        || compressionOut == null) {
      return null;
    }
    boolean wrong =
        client.guesses()
            && !(sameFirst(client.kex(), server.kex())
                && sameFirst(client.hostKeys(), server.hostKeys()));
    return new Agreed(
        kex, hostKey, cipherIn, cipherOut, macIn, macOut, compressionIn, compressionOut, wrong);
  }

  /** Whether a name tells a capability rather than an algorithm. */
  private static boolean isSignal(String name) {
    return name.startsWith("ext-info-") || name.startsWith("kex-strict-");
  }

  /** A cipher that authenticates needs no MAC, whatever the lists say. */
  private static @Nullable String mac(
      @Nullable String cipher, List<String> client, List<String> server) {
    return cipher != null && !cipher.endsWith("-ctr") ? "" : first(client, server);
  }

  private static @Nullable String first(List<String> client, List<String> server) {
    for (String name : client) {
      if (server.contains(name)) {
        return name;
      }
    }
    return null;
  }

  private static boolean sameFirst(List<String> client, List<String> server) {
    return client.getFirst().equals(server.getFirst());
  }
}
