package io.honeypods.decoy.net;

import io.honeypods.decoy.event.Event.ConnectionShed;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.ShedReason;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Reports connections that were turned away: the first of a source at once, then once a second how
 * many more. Sources beyond the cap of its table are reported one by one.
 */
final class ShedLog {
  private static final int MAX_ROWS = 4096;

  private final BiConsumer<Flow, ConnectionShed> report;
  private final Map<Key, Row> rows = new LinkedHashMap<>();

  private record Key(InetAddress source, ShedReason reason) {}

  private record Row(Flow last, long unreported) {}

  ShedLog(BiConsumer<Flow, ConnectionShed> report) {
    this.report = report;
  }

  synchronized void shed(Flow flow, ShedReason reason) {
    var key = new Key(flow.source().address(), reason);
    Row row = rows.get(key);
    if (row != null) {
      rows.put(key, new Row(flow, row.unreported + 1));
      return;
    }
    if (rows.size() < MAX_ROWS) {
      rows.put(key, new Row(flow, 0));
    }
    report.accept(flow, new ConnectionShed(reason, 1));
  }

  /** Reports what came since the last call; a source that was quiet since then is forgotten. */
  synchronized void tick() {
    var rest = rows.entrySet().iterator();
    while (rest.hasNext()) {
      var entry = rest.next();
      Row row = entry.getValue();
      if (row.unreported == 0) {
        rest.remove();
      } else {
        report.accept(row.last, new ConnectionShed(entry.getKey().reason, row.unreported));
        entry.setValue(new Row(row.last, 0));
      }
    }
  }
}
