package io.honeypods.decoy.net;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cap on connections that the process's limit of open files leaves. */
final class FileLimit {
  private static final Logger LOG = LoggerFactory.getLogger(FileLimit.class);

  /** Descriptors for jars, event loops, listeners and the admin port. */
  private static final int RESERVED = 128;

  private FileLimit() {}

  /** The connections asked for, or as many as the limit allows, with a warning. */
  static int allow(int connections) {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? allow(connections, unix.getMaxFileDescriptorCount())
        : connections;
  }

  static int allow(int connections, long files) {
    long room = Math.max(1, files - Math.min(RESERVED, files / 2));
    if (connections <= room) {
      return connections;
    }
    LOG.warn(
        "limits.connections: {} lowered to {}, since this process may open {} files",
        connections,
        room,
        files);
    return (int) room;
  }
}
