package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Host;
import io.honeypods.ssh.host.Task;
import java.util.List;

/** Programs that tell of the network this host is in. */
final class InterfaceCommands {
  private InterfaceCommands() {}

  static int ip(Task task) {
    List<String> words = task.operands().stream().filter(word -> !word.startsWith("-")).toList();
    Host host = task.machine().host();
    boolean brief = task.operands().stream().anyMatch(word -> word.startsWith("-br"));
    if (words.isEmpty()) {
      task.err(
          "Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }\n"
              + "       ip [ -force ] -batch filename\n");
      return 255;
    }
    String object = words.getFirst();
    String whole =
        List.of("address", "link", "route", "neighbour").stream()
            .filter(each -> !object.isEmpty() && each.startsWith(object))
            .findFirst()
            .orElse("");
    return switch (whole) {
      case "address" -> address(task, host, brief);
      case "link" -> link(task, host);
      case "route" -> routes(task, host);
      case "neighbour" -> neighbours(task, host);
      default -> {
        task.err("Object \"" + object + "\" is unknown, try \"ip help\".\n");
        yield 1;
      }
    };
  }

  private static int address(Task task, Host host, boolean brief) {
    task.out(
        brief
            ? "lo               UNKNOWN        127.0.0.1/8 ::1/128 \n"
                + "eth0@if9         UP             "
                + host.address()
                + "/24 fe80::"
                + tail(host)
                + "/64 \n"
            : "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default"
                + " qlen 1000\n"
                + "    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n"
                + "    inet 127.0.0.1/8 scope host lo\n"
                + "       valid_lft forever preferred_lft forever\n"
                + "    inet6 ::1/128 scope host \n"
                + "       valid_lft forever preferred_lft forever\n"
                + "2: eth0@if9: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state"
                + " UP group default \n"
                + "    link/ether "
                + hardware(host)
                + " brd ff:ff:ff:ff:ff:ff link-netnsid 0\n    inet "
                + host.address()
                + "/24 brd "
                + network(host)
                + ".255 scope global eth0\n"
                + "       valid_lft forever preferred_lft forever\n"
                + "    inet6 fe80::"
                + tail(host)
                + "/64 scope link \n       valid_lft forever preferred_lft forever\n");
    return 0;
  }

  private static int link(Task task, Host host) {
    task.out(
        "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN mode DEFAULT group"
            + " default qlen 1000\n"
            + "    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n"
            + "2: eth0@if9: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP"
            + " mode DEFAULT group default \n"
            + "    link/ether "
            + hardware(host)
            + " brd ff:ff:ff:ff:ff:ff link-netnsid 0\n");
    return 0;
  }

  private static int routes(Task task, Host host) {
    task.out(
        "default via "
            + network(host)
            + ".1 dev eth0 \n"
            + network(host)
            + ".0/24 dev eth0 proto kernel scope link src "
            + host.address()
            + " \n10.244.0.0/16 via "
            + network(host)
            + ".1 dev eth0 \n");
    return 0;
  }

  private static int neighbours(Task task, Host host) {
    task.out(network(host) + ".1 dev eth0 lladdr 0a:58:0a:f4:00:01 REACHABLE\n");
    return 0;
  }

  private static String network(Host host) {
    return host.address().substring(0, host.address().lastIndexOf('.'));
  }

  private static String hardware(Host host) {
    String[] parts = host.address().split("\\.", -1);
    return "0a:58:%02x:%02x:%02x:%02x"
        .formatted(
            Integer.parseInt(parts[0]),
            Integer.parseInt(parts[1]),
            Integer.parseInt(parts[2]),
            Integer.parseInt(parts[3]));
  }

  private static String tail(Host host) {
    String[] m = hardware(host).split(":", -1);
    return "858:%sff:fe%s:%s%s"
        .formatted(m[2].replaceFirst("^0", ""), m[3], m[4].replaceFirst("^0", ""), m[5]);
  }

  static int ifconfig(Task task) {
    Host host = task.machine().host();
    task.out(
        "eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1450\n        inet "
            + host.address()
            + "  netmask 255.255.255.0  broadcast "
            + network(host)
            + ".255\n        inet6 fe80::"
            + tail(host)
            + "  prefixlen 64  scopeid 0x20<link>\n        ether "
            + hardware(host)
            + "  txqueuelen 0  (Ethernet)\n"
            + "        RX packets 418822  bytes 93120446 (88.8 MiB)\n"
            + "        RX errors 0  dropped 0  overruns 0  frame 0\n"
            + "        TX packets 397120  bytes 61288120 (58.4 MiB)\n"
            + "        TX errors 0  dropped 0 overruns 0  carrier 0  collisions 0\n\n"
            + "lo: flags=73<UP,LOOPBACK,RUNNING>  mtu 65536\n"
            + "        inet 127.0.0.1  netmask 255.0.0.0\n"
            + "        inet6 ::1  prefixlen 128  scopeid 0x10<host>\n"
            + "        loop  txqueuelen 1000  (Local Loopback)\n"
            + "        RX packets 1622  bytes 184320 (180.0 KiB)\n"
            + "        RX errors 0  dropped 0  overruns 0  frame 0\n"
            + "        TX packets 1622  bytes 184320 (180.0 KiB)\n"
            + "        TX errors 0  dropped 0 overruns 0  carrier 0  collisions 0\n\n");
    return 0;
  }

  static int route(Task task) {
    Host host = task.machine().host();
    task.out(
        "Kernel IP routing table\n"
            + "Destination     Gateway         Genmask         Flags Metric Ref    Use Iface\n");
    task.out(
        "%-15s %-15s %-15s UG    0      0        0 eth0%n"
            .formatted("0.0.0.0", network(host) + ".1", "0.0.0.0"));
    task.out(
        "%-15s %-15s %-15s U     0      0        0 eth0%n"
            .formatted(network(host) + ".0", "0.0.0.0", "255.255.255.0"));
    return 0;
  }

  static int arp(Task task) {
    task.out(
        "Address                  HWtype  HWaddress           Flags Mask            Iface\n%-24s ether   0a:58:0a:f4:00:01   C                     eth0%n"
            .formatted(network(task.machine().host()) + ".1"));
    return 0;
  }

  static int iptables(Task task) {
    if (!task.user().isRoot()) {
      task.err(
          "iptables v1.8.9 (nf_tables): Could not fetch rule set generation id: Permission denied"
              + " (you must be root)\n\n");
      return 4;
    }
    task.err(
        "iptables v1.8.9 (nf_tables): Could not fetch rule set generation id: Permission denied"
            + " (you must be root)\n\n");
    return 4;
  }
}
