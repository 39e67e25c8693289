package io.honeypods.ssh.host;

import io.honeypods.decoy.identity.Identity;
import io.honeypods.decoy.identity.Planted;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is planted on the host, by the names that its files have for it. */
record Bait(Identity identity) {
  Map<String, String> facts() {
    var facts = new LinkedHashMap<String, String>();
    for (Planted each : Planted.of(identity)) {
      facts.put("planted." + each.service() + "." + each.user(), each.secret());
    }
    PlantedKey key = PlantedKey.of(identity);
    facts.put("planted.key", key.file().strip().replace("\n", "\n\t"));
    facts.put("planted.key.public", key.line());
    facts.put("token", token());
    facts.put("machine-id", identity.hex("ssh/machine-id", 32));
    facts.put("certificate", base64("ssh/ca", 640, 64));
    facts.put("hash", base64("ssh/shadow", 32, 0).substring(0, 43));
    facts.put("host-part", identity.host());
    return facts;
  }

  /** A service account's token in form; its signature is of no key. */
  private String token() {
    String header = "{\"alg\":\"RS256\",\"kid\":\"" + identity.hex("ssh/kid", 32) + "\"}";
    String claims =
        "{\"aud\":[\"https://kubernetes.default.svc.cluster.local\"],\"iss\":\"https://kubernetes.default.svc.cluster.local\","
            + "\"kubernetes.io\":{\"namespace\":\"default\",\"serviceaccount\":{\"name\":\"bastion\",\"uid\":\""
            + uuid()
            + "\"}},\"sub\":\"system:serviceaccount:default:bastion\"}";
    return url(header.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
        + "."
        + url(claims.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
        + "."
        + url(identity.bytes("ssh/token", 256));
  }

  private String uuid() {
    String hex = identity.hex("ssh/account", 32);
    return "%s-%s-4%s-a%s-%s"
        .formatted(
            hex.substring(0, 8),
            hex.substring(8, 12),
            hex.substring(13, 16),
            hex.substring(17, 20),
            hex.substring(20));
  }

  private static String url(byte[] bytes) {
    return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private String base64(String purpose, int length, int line) {
    byte[] bytes = identity.bytes(purpose, length);
    return line == 0
        ? java.util.Base64.getEncoder().encodeToString(bytes)
        : java.util.Base64.getMimeEncoder(line, new byte[] {'\n', '\t'}).encodeToString(bytes);
  }
}
