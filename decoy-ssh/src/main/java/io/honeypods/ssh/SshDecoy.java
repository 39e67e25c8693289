package io.honeypods.ssh;

import io.honeypods.decoy.Decoy;
import io.honeypods.decoy.DecoyContext;
import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.config.Endpoint;
import io.honeypods.decoy.config.Problem;
import io.honeypods.decoy.event.AlertName;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.identity.Identity;
import io.honeypods.decoy.identity.Planted;
import io.honeypods.decoy.net.ReplyEncoder;
import io.honeypods.decoy.net.Service;
import io.honeypods.decoy.net.Session;
import io.honeypods.ssh.host.Debian;
import io.honeypods.ssh.host.FileScope;
import io.honeypods.ssh.host.Host;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
    List<Account> accounts = config.accounts().stream().map(SshDecoy::account).toList();
    var server =
        new SshServer(
            config.profile(),
            hostKeys(config, context),
            accounts,
            context.planted(),
            config.penalties(),
            MaxStartups.parse(config.maxStartups()),
            context.clock(),
            new SecureRandom(),
            host(
                context.identity(),
                config.profile(),
                context.clock(),
                accounts,
                context.planted(),
                config.files()),
            recordings(config, context));
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
        session -> new SshConversation(server, session.flow().source().address(), client(session)));
  }

  private static Client client(Session session) {
    Flow flow = session.flow();
    return new Client(
        Objects.requireNonNull(session.id(), "a connection has a session"),
        flow.source().address().getHostAddress(),
        flow.source().port(),
        flow.destination().address().getHostAddress(),
        flow.destination().port());
  }

  /** The host, on which all who may log in have their homes. */
  static Host host(
      Identity identity,
      SshProfile profile,
      InstantSource clock,
      List<Account> accounts,
      List<Planted> planted,
      FileScope files) {
    var people = new ArrayList<String>();
    planted.stream()
        .filter(each -> each.service().equals("ssh"))
        .forEach(each -> people.add(each.user()));
    accounts.forEach(each -> people.add(each.name()));
    return Host.of(
        identity,
        profile.isModern() ? Debian.TRIXIE : Debian.BOOKWORM,
        clock,
        people,
        (user, password) ->
            accounts.stream()
                    .anyMatch(each -> each.name().equals(user) && password.equals(each.password()))
                || planted.stream()
                    .anyMatch(
                        each ->
                            each.service().equals("ssh")
                                && each.user().equals(user)
                                && each.secret().equals(password)),
        files);
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

  private static Recordings recordings(SshConfig config, DecoyContext context)
      throws ConfigException {
    if (config.record() == null) {
      return Recordings.none(context.clock());
    }
    try {
      return Recordings.in(
          config.record(), context.clock(), task -> Thread.ofVirtual().start(task));
    } catch (IOException e) {
      throw new ConfigException(
          List.of(
              new Problem(
                  "ssh.record",
                  config.record() + " (" + e.getClass().getSimpleName() + ")",
                  "a directory that can be written to",
                  null)));
    }
  }

  private static Account account(SshConfig.AccountConfig account) {
    return new Account(
        account.name(),
        account.password(),
        account.keys().stream().map(AuthorizedKey::parse).toList());
  }
}
