package io.honeypods.ssh;

import io.honeypods.decoy.Decoy;
import io.honeypods.decoy.DecoyContext;
import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.config.Endpoint;
import io.honeypods.decoy.config.Problem;
import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.net.ReplyEncoder;
import io.honeypods.decoy.net.Service;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;

/** An OpenSSH server of Debian that lets in whoever has read our bait. */
public final class SshDecoy implements Decoy<SshConfig> {
  private static final String NAME = "ssh";
  private static final List<AlertName> ALERTS = List.of(AlertName.NETWORK_SSH);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String service() {
    return "openssh";
  }

  @Override
  public List<AlertName> alerts() {
    return ALERTS;
  }

  @Override
  public Class<SshConfig> configType() {
    return SshConfig.class;
  }

  /** Makes its keys and shakes hands with itself first: no visitor meets a cold server. */
  @Override
  public void open(SshConfig config, DecoyContext context) throws ConfigException {
    var server =
        new SshServer(
            config.profile(),
            hostKeys(config, context),
            config.accounts().stream().map(SshDecoy::account).toList(),
            context.planted(),
            config.penalties(),
            MaxStartups.parse(config.maxStartups()),
            context.clock(),
            new SecureRandom(),
            Host.of(context.identity(), config.profile(), context.clock()));
    WarmUp.run(server);
    context.listen(service(config.listen(), server));
  }

  static Service<SshInput, Bytes> service(Endpoint endpoint, SshServer server) {
    return new Service<>(
        NAME,
        "ssh.listen",
        endpoint,
        ALERTS,
        false,
        SshFraming::new,
        ReplyEncoder.BYTES,
        session -> new SshConversation(server, session.flow().source().address()));
  }

  private static HostKeys hostKeys(SshConfig config, DecoyContext context) throws ConfigException {
    if (config.hostKeys() == null) {
      return HostKeys.of(context.identity());
    }
    try {
      return HostKeys.in(config.hostKeys());
    } catch (IOException e) {
      throw new ConfigException(
          List.of(new Problem("ssh.host-keys", String.valueOf(e.getMessage()), null, null)));
    }
  }

  private static Account account(SshConfig.AccountConfig account) {
    return new Account(
        account.name(),
        account.password(),
        account.keys().stream().map(AuthorizedKey::parse).toList());
  }
}
