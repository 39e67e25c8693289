package io.honeypods.web;

import io.honeypods.web.Databases.Backup;
import io.honeypods.web.Databases.Server;
import io.honeypods.web.Estate.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the JSON files of the dashboard hold. */
final class Reports {
  private static final double MIB_OF_GIB = 1024;

  private Reports() {}

  record Status(
      Instant generated,
      String cluster,
      String host,
      long uptimeSeconds,
      Count nodes,
      Count pods,
      Count services,
      Requests requests,
      Use cpu,
      Use memory,
      long openIncidents,
      String onCall,
      @Nullable Deploy lastDeploy) {}

  /** How many of how many: of nodes ready, of pods running, of services healthy. */
  record Count(long up, long total) {}

  record Requests(
      double perSecond, double perSecondDayBefore, long total, double errorPercent, double p95Ms) {
    static Requests of(Traffic.Sum now, Traffic.Sum before) {
      return new Requests(
          now.tenths() / 10.0,
          before.tenths() / 10.0,
          now.total(),
          percent(now.errors(), 3),
          rounded(now.p95(), 1));
    }
  }

  /** Processors, or GiB of memory. */
  record Use(double used, long total) {
    static Use processors(Machines.Sum sum) {
      return new Use(rounded(sum.millicores() / 1000.0, 2), sum.cores());
    }

    static Use memory(Machines.Sum sum) {
      return new Use(rounded(sum.mebibytes() / MIB_OF_GIB, 1), sum.gibibytes());
    }
  }

  record Services(Instant generated, double requestsPerSecond, List<ServiceRow> services) {}

  record ServiceRow(
      String name,
      String namespace,
      String version,
      int replicas,
      double requestsPerSecond,
      long requestsTotal,
      double errorPercent,
      double p95Ms,
      String status,
      List<Double> trend) {
    static ServiceRow of(Traffic.Sample sample, String version, String status, List<Double> trend) {
      var service = sample.service();
      return new ServiceRow(
          service.name(),
          service.namespace(),
          version,
          service.replicas(),
          sample.tenths() / 10.0,
          sample.total(),
          percent(sample.errors(), 3),
          rounded(sample.p95(), 1),
          status,
          trend);
    }
  }

  record Nodes(Instant generated, Use cpu, Use memory, Count pods, List<NodeRow> nodes) {}

  record NodeRow(
      String name,
      String role,
      String zone,
      String version,
      String status,
      Instant created,
      Use cpu,
      Use memory,
      Count pods) {
    static NodeRow of(Machines.Use use, String version) {
      var node = use.node();
      return new NodeRow(
          node.name(),
          role(node.role()),
          node.zone(),
          version,
          "Ready",
          node.created(),
          new Use(rounded(use.millicores() / 1000.0, 2), node.cores()),
          new Use(rounded(use.mebibytes() / MIB_OF_GIB, 1), node.memoryGib()),
          new Count(node.pods(), node.podCapacity()));
    }

    private static String role(Role role) {
      return switch (role) {
        case CONTROL_PLANE -> "control-plane";
        case GENERAL -> "worker";
        case MEMORY -> "worker (memory)";
      };
    }
  }

  /** Equally long lists, a value each {@code stepSeconds}, the last at {@code until}. */
  record Series(
      Instant generated,
      Instant until,
      long stepSeconds,
      List<Double> requestsPerSecond,
      List<Double> errorPercent,
      List<Double> p95Ms,
      List<Double> cpuPercent,
      List<Double> memoryPercent) {}

  record Deploys(Instant generated, int total, List<Deploy> deploys) {}

  record Incidents(Instant generated, long open, List<Incident> incidents) {}

  record Storage(Instant generated, List<Server> servers, List<Backup> backups) {}

  static double percent(double share, int decimals) {
    return rounded(share * 100, decimals);
  }

  static double rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
  }
}
