package io.honeypods.ssh;

import java.util.List;

/** The lists of a KEXINIT, without languages, and whether a guess follows. */
record KexInit(
    List<String> kex,
    List<String> hostKeys,
    List<String> ciphersIn,
    List<String> ciphersOut,
    List<String> macsIn,
    List<String> macsOut,
    List<String> compressionIn,
    List<String> compressionOut,
    boolean guesses) {
  static final int COOKIE = 16;

  KexInit {
    kex = List.copyOf(kex);
    hostKeys = List.copyOf(hostKeys);
    ciphersIn = List.copyOf(ciphersIn);
    ciphersOut = List.copyOf(ciphersOut);
    macsIn = List.copyOf(macsIn);
    macsOut = List.copyOf(macsOut);
    compressionIn = List.copyOf(compressionIn);
    compressionOut = List.copyOf(compressionOut);
  }

  /** The lists of a payload; {@code In} is from the client to the server. */
  static KexInit parse(byte[] payload) {
    PayloadReader reader = PayloadReader.ofMessage(payload);
    reader.raw(COOKIE);
    List<String> kex = reader.names();
    List<String> hostKeys = reader.names();
    List<String> ciphersIn = reader.names();
    List<String> ciphersOut = reader.names();
    List<String> macsIn = reader.names();
    List<String> macsOut = reader.names();
    List<String> compressionIn = reader.names();
    List<String> compressionOut = reader.names();
    reader.string();
    reader.string();
    boolean guesses = reader.bool();
    reader.u32();
    reader.end();
    return new KexInit(
        kex,
        hostKeys,
        ciphersIn,
        ciphersOut,
        macsIn,
        macsOut,
        compressionIn,
        compressionOut,
        guesses);
  }

  /** The same without some ways of exchange. */
  KexInit without(List<String> shunned) {
    return shunned.isEmpty()
        ? this
        : new KexInit(
            kex.stream().filter(name -> !shunned.contains(name)).toList(),
            hostKeys,
            ciphersIn,
            ciphersOut,
            macsIn,
            macsOut,
            compressionIn,
            compressionOut,
            guesses);
  }

  byte[] payload(byte[] cookie) {
    return PayloadWriter.message(Msg.KEXINIT)
        .raw(cookie)
        .names(kex)
        .names(hostKeys)
        .names(ciphersIn)
        .names(ciphersOut)
        .names(macsIn)
        .names(macsOut)
        .names(compressionIn)
        .names(compressionOut)
        .text("")
        .text("")
        .bool(guesses)
        .u32(0)
        .bytes();
  }

  /**
   * What is known as HASSH of a client: <a href="https://github.com/salesforce/hassh">the lists it
   * sends by</a>.
   */
  String hasshInput() {
    return String.join(
        ";",
        String.join(",", kex),
        String.join(",", ciphersIn),
        String.join(",", macsIn),
        String.join(",", compressionIn));
  }
}
