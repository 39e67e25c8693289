package io.honeypods.example;

import io.honeypods.decoy.Decoy;
import io.honeypods.decoy.DecoyContext;
import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.net.Service;
import java.util.List;

/** A Redis that nobody has set a password for. */
public final class RedisDecoy implements Decoy<RedisConfig> {
  @Override
  public String name() {
    return "redis";
  }

  @Override
  public String service() {
    return "redis";
  }

  @Override
  public List<AlertName> alerts() {
    return List.of(AlertName.VULN_SVC);
  }

  @Override
  public Class<RedisConfig> configType() {
    return RedisConfig.class;
  }

  @Override
  public void open(RedisConfig config, DecoyContext context) {
    context.listen(
        new Service<>(
            name(),
            "redis.listen",
            config.listen(),
            alerts(),
            false,
            RedisFraming::new,
            (reply, allocator) -> allocator.buffer(reply.length()).writeBytes(reply.asByteBuffer()),
            _ -> new RedisConversation(config.version())));
  }
}
