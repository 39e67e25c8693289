package io.honeypods.ssh.host;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The changes of those accounts that find their files as they left them; the oldest are forgotten.
 */
final class SharedFiles {
  private static final int MOST = 16;

  private final LinkedHashMap<String, Changes> accounts = new LinkedHashMap<>(MOST, 0.75f, true);

  synchronized Changes of(String account) {
    Changes changes = accounts.computeIfAbsent(account, _ -> new Changes());
    if (accounts.size() > MOST) {
      Map.Entry<String, Changes> oldest = accounts.firstEntry();
      accounts.remove(oldest.getKey());
    }
    return changes;
  }
}
