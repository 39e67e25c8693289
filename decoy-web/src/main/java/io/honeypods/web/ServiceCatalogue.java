package io.honeypods.web;

import io.honeypods.decoy.identity.Identity;
import io.honeypods.web.Estate.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The programs that an estate may run. */
final class ServiceCatalogue {
  private static final int OPTIONAL = 10;

  /** Every estate runs these. */
  private static final List<Service> FIXED =
      List.of(
          new Service("api-gateway", "edge", 8, 412, 61, 310),
          new Service("auth", "identity", 5, 138, 34, 120));

  /** And some of these: name, namespace, replicas, requests a second, p95, errors in a million. */
  private static final List<Service> OTHERS =
      List.of(
          new Service("orders", "commerce", 6, 74, 118, 420),
          new Service("billing", "finance", 4, 18.5, 164, 260),
          new Service("invoices", "finance", 3, 6.2, 212, 540),
          new Service("ledger", "finance", 4, 41, 47, 60),
          new Service("catalog", "commerce", 6, 167, 52, 180),
          new Service("search", "discovery", 6, 96, 143, 890),
          new Service("pricing", "commerce", 4, 121, 29, 90),
          new Service("inventory", "commerce", 4, 63, 58, 230),
          new Service("notifications", "messaging", 3, 22.4, 88, 1400),
          new Service("webhooks", "messaging", 3, 14.1, 264, 3900),
          new Service("sessions", "identity", 5, 188, 12, 40),
          new Service("customer-profile", "identity", 4, 57, 71, 210),
          new Service("reports", "analytics", 2, 3.4, 842, 1900),
          new Service("exports", "analytics", 2, 1.1, 1310, 2600),
          new Service("media", "content", 4, 83, 97, 330),
          new Service("partner-api", "edge", 3, 26.8, 126, 740),
          new Service("shipping", "logistics", 3, 17.3, 187, 610),
          new Service("scheduler", "platform", 2, 4.6, 38, 150),
          new Service("audit-log", "platform", 3, 49, 21, 20));

  private ServiceCatalogue() {}

  /** The services of an identity, the busiest first, each a little busier or quieter. */
  static List<Service> pick(Identity identity) {
    var others = new ArrayList<>(OTHERS);
    Collections.shuffle(others, Random.from(identity.random("site/services")));
    var random = identity.random("site/rates");
    double size = random.nextDouble(0.6, 2.4);
    var services = new ArrayList<Service>();
    for (Service service : FIXED) {
      services.add(scaled(service, size * random.nextDouble(0.9, 1.2)));
    }
    for (Service service : others.subList(0, OPTIONAL)) {
      services.add(scaled(service, size * random.nextDouble(0.6, 1.5)));
    }
    services.sort((one, other) -> Double.compare(other.rate(), one.rate()));
    return services;
  }

  private static Service scaled(Service service, double size) {
    int replicas = Math.max(2, (int) Math.round(service.replicas() * Math.sqrt(size)));
    return new Service(
        service.name(),
        service.namespace(),
        replicas,
        service.rate() * size,
        service.p95() * (0.8 + 0.2 * size),
        service.errors() * (1.3 - 0.2 * size));
  }
}
