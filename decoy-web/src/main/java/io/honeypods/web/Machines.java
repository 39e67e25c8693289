package io.honeypods.web;

import io.honeypods.decoy.identity.Identity;
import io.honeypods.web.Estate.Node;
import io.honeypods.web.Estate.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How much of its processors and memory every machine of an estate uses at any time. */
final class Machines {
  private final List<Meter> meters = new ArrayList<>();

  private record Meter(Node node, Wave processor, Wave memory) {}

  /** One machine at one time: thousandths of a processor, MiB of memory. */
  record Use(Node node, long millicores, long mebibytes) {}

  Machines(Identity identity, Estate estate) {
    var random = identity.random("site/machines");
    for (Node node : estate.nodes()) {
      boolean control = node.role() == Role.CONTROL_PLANE;
      double processor = control ? random.nextDouble(0.12, 0.2) : random.nextDouble(0.3, 0.48);
      double memory = control ? random.nextDouble(0.42, 0.55) : random.nextDouble(0.56, 0.78);
      meters.add(
          new Meter(
              node,
              Wave.of(node.cores() * processor, control ? 0.06 : 0.3, 0.2, random),
              Wave.of(node.memoryGib() * memory, 0.05, 0.03, random)));
    }
  }

  List<Use> at(Instant when) {
    var uses = new ArrayList<Use>();
    for (Meter meter : meters) {
      uses.add(
          new Use(
              meter.node(),
              Math.round(meter.processor().at(when) * 1000),
              Math.round(meter.memory().at(when) * 1024)));
    }
    return uses;
  }

  /** All machines together. */
  record Sum(long millicores, long cores, long mebibytes, long gibibytes) {
    static Sum of(List<Use> uses) {
      long millicores = 0;
      long cores = 0;
      long mebibytes = 0;
      long gibibytes = 0;
      for (Use use : uses) {
        millicores += use.millicores();
        cores += use.node().cores();
        mebibytes += use.mebibytes();
        gibibytes += use.node().memoryGib();
      }
      return new Sum(millicores, cores, mebibytes, gibibytes);
    }

    double processorShare() {
      return millicores / (cores * 1000.0);
    }

    double memoryShare() {
      return mebibytes / (gibibytes * 1024.0);
    }
  }
}
