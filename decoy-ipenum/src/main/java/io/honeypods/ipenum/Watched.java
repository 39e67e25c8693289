package io.honeypods.ipenum;

import io.honeypods.decoy.config.ConfigException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the interfaces that are to be watched. */
final class Watched {
  private Watched() {}

  /** A filter for the interfaces of these names; for all but the loopback where none is given. */
  static PacketFilter interfaces(List<String> names) throws SocketException, ConfigException {
    List<NetworkInterface> all = NetworkInterface.networkInterfaces().collect(Collectors.toList());
    if (names.isEmpty()) {
      var loopbacks = new ArrayList<Integer>();
      for (NetworkInterface each : all) {
        if (each.isLoopback()) {
          loopbacks.add(each.getIndex());
        }
      }
      return new PacketFilter(List.of(), loopbacks, List.of());
    }
    var indexes = new ArrayList<Integer>();
    for (String name : names) {
      indexes.add(index(name, all));
    }
    return new PacketFilter(indexes, List.of(), List.of());
  }

  private static int index(String name, List<NetworkInterface> all) throws ConfigException {
    for (NetworkInterface each : all) {
      if (each.getName().equals(name)) {
        return each.getIndex();
      }
    }
    String known = all.stream().map(NetworkInterface::getName).collect(Collectors.joining(", "));
    throw IpenumDecoy.unusable("interfaces", name, "one of " + known);
  }
}
