package io.honeypods.web;

import io.honeypods.decoy.identity.Identity;
import io.honeypods.web.Estate.Service;
import io.honeypods.web.IncidentHistory.Disturbances;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How busy every service of an estate is at any time. */
final class Traffic {
  private final List<Meter> meters = new ArrayList<>();
  private final Instant start;

  private record Meter(Service service, Wave rate, Wave latency, Wave errors) {}

  /**
   * One service at one time.
   *
   * @param tenths of a request a second
   * @param errors the share of requests that fail
   * @param p95 in milliseconds
   * @param total the requests since the estate was installed
   */
  record Sample(Service service, long tenths, double errors, double p95, long total) {}

  Traffic(Identity identity, Estate estate) {
    this.start = estate.installed();
    var random = identity.random("site/traffic");
    for (Service service : estate.services()) {
      meters.add(
          new Meter(
              service,
              Wave.of(service.rate(), random.nextDouble(0.34, 0.46), 0.09, random),
              Wave.of(service.p95(), 0.09, 0.14, random),
              Wave.of(service.errors() / 1e6, 0.2, 0.45, random)));
    }
  }

  List<Sample> at(Instant when, Disturbances disturbances) {
    var samples = new ArrayList<Sample>();
    var end = when.isBefore(start) ? start : when;
    for (Meter meter : meters) {
      var trouble = disturbances.at(when, meter.service().name());
      samples.add(
          new Sample(
              meter.service(),
              Math.round(meter.rate().at(when) * 10),
              meter.errors().at(when) * trouble.errors(),
              meter.latency().at(when) * trouble.latency(),
              Math.round(meter.rate().sum(start, end))));
    }
    return samples;
  }

  /** All services together; latency and errors weigh as much as their requests. */
  record Sum(long tenths, double errors, double p95, long total) {
    static Sum of(List<Sample> samples) {
      long tenths = 0;
      long total = 0;
      double errors = 0;
      double p95 = 0;
      for (Sample sample : samples) {
        tenths += sample.tenths();
        total += sample.total();
        errors += sample.errors() * sample.tenths();
        p95 += sample.p95() * sample.tenths();
      }
      return new Sum(tenths, errors / tenths, p95 / tenths, total);
    }
  }
}
