package io.honeypods.ipenum;

import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.ProbeReceived;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.Text;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something to be told: what {@code DecoyContext.saw} takes. */
record Report(List<AlertName> alerts, @Nullable Flow flow, Event event) {
  private static final List<AlertName> PROBE = List.of(AlertName.IP_ENUM);
  private static final List<AlertName> SSH_PROBE =
      List.of(AlertName.IP_ENUM, AlertName.NETWORK_SSH);
  private static final List<AlertName> SCAN = List.of(AlertName.PORT_SCAN, AlertName.IP_ENUM);
  private static final List<AlertName> SSH_SCAN =
      List.of(AlertName.PORT_SCAN, AlertName.IP_ENUM, AlertName.NETWORK_SSH);

  Report {
    alerts = List.copyOf(alerts);
  }

  static Report probe(@Nullable Flow flow, boolean ssh, Event event) {
    return new Report(ssh ? SSH_PROBE : PROBE, flow, event);
  }

  static Report scan(Flow flow, boolean ssh, Event event) {
    return new Report(ssh ? SSH_SCAN : SCAN, flow, event);
  }

  /** Probes that nobody can be named for. */
  static Report unattributed(String technique, long packets, Duration over) {
    return probe(null, false, counted(technique, packets, over));
  }

  /** Packets that were lost before anybody looked at them. */
  static Report lost(long packets, Duration over) {
    return new Report(List.of(), null, counted("lost-by-kernel", packets, over));
  }

  private static Event counted(String technique, long packets, Duration over) {
    return new ProbeReceived(technique, Text.EMPTY, packets, over, null, null);
  }
}
