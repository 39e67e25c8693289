package io.honeypods.decoy.admin;

import io.honeypods.decoy.config.AdminConfig;
import io.honeypods.decoy.config.Endpoint;
import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.net.Service;
import io.honeypods.decoy.sink.MetricsSink;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The admin listener as a {@link Service}: it lives under the same limits as a decoy. */
public final class Admin {
  /** The name its events go by. */
  public static final String NAME = "admin";

  public static final List<AlertName> ALERTS = List.of(AlertName.ADMIN_ACCESS);

  private Admin() {}

  /**
   * The service.
   *
   * @param added the pages of decoys by their path, to which more may come
   * @param ready whether all decoys listen
   * @param nodeIp the address that kubelet probes come from, where known
   */
  public static Service<Bytes, Bytes> service(
      Endpoint endpoint,
      AdminConfig config,
      Map<String, AdminPage> added,
      MetricsSink metrics,
      BooleanSupplier ready,
      @Nullable String nodeIp,
      InstantSource clock) {
    var pages = new AdminPages(config, added, metrics, ready, nodeIp, clock);
    return new Service<>(
        NAME,
        "admin.listen",
        endpoint,
        ALERTS,
        true,
        AdminFraming::new,
        (reply, allocator) -> allocator.buffer(reply.length()).writeBytes(reply.asByteBuffer()),
        session -> new AdminConversation(pages, session.flow()));
  }
}
