package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may log in.
 *
 * @param password null for never by password
 * @param keys the public keys that are let in, as they go over the wire
 */
record Account(String name, @Nullable String password, List<Bytes> keys) {
  Account {
    keys = List.copyOf(keys);
  }

  @Override
  public String toString() {
    return "Account[" + name + "]";
  }
}
