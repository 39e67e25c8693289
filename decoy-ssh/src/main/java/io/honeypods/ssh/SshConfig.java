package io.honeypods.ssh;

import io.honeypods.decoy.config.Endpoint;
import io.honeypods.decoy.config.Setting;
import io.honeypods.ssh.host.FileScope;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The SSH decoy: section {@code ssh}. */
public record SshConfig(
    @Setting(value = "Where SSH is served.", fallback = "0.0.0.0:22") Endpoint listen,
    @Setting(
            value = "`debian13` for OpenSSH 10.0p2, `debian12` for OpenSSH 9.2p1.",
            fallback = "debian13")
        SshProfile profile,
    @Setting(value = "Who may log in besides whoever has a planted credential.", fallback = "[]")
        List<AccountConfig> accounts,
    @Setting(
            value =
                "A directory of `ssh_host_*_key` files; keys that belong to the identity where"
                    + " absent.",
            fallback = Setting.NONE)
        @Nullable Path hostKeys,
    @Setting(
            value =
                "Whether sources that fail too often are refused for a while, as by OpenSSH from"
                    + " 9.8 on; `debian12` never does.",
            fallback = "true")
        boolean penalties,
    @Setting(
            value = "How many connections may be without a login, as `MaxStartups` has it.",
            fallback = "10:30:100")
        String maxStartups,
    @Setting(
            value =
                "Whether what visitors write is gone with their connection, or there for all who"
                    + " come by their account, 16 accounts of 8 MiB at most, until the next start.",
            fallback = "session")
        FileScope files,
    @Setting(
            value =
                "A directory that takes a recording of each terminal session as asciicast v2;"
                    + " nothing is written where absent.",
            fallback = Setting.NONE)
        @Nullable Path record) {
  public SshConfig {
    accounts = List.copyOf(accounts);
    MaxStartups.parse(maxStartups);
  }

  /** An account: an item of {@code ssh.accounts}. */
  public record AccountConfig(
      @Setting("The user name.") String name,
      @Setting(value = "Its password; none is right where absent.", fallback = Setting.NONE)
          @Nullable String password,
      @Setting(value = "Lines as of `authorized_keys`.", fallback = "[]") List<String> keys) {
    public AccountConfig {
      keys = List.copyOf(keys);
      keys.forEach(AuthorizedKey::parse);
    }

    @Override
    public String toString() {
      return "AccountConfig[name=" + name + "]";
    }
  }
}
