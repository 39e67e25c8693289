package io.honeypods.mysql;

import io.honeypods.decoy.config.ByteSize;
import io.honeypods.decoy.config.Endpoint;
import io.honeypods.decoy.config.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The MySQL decoy: section {@code mysql}. */
public record MysqlConfig(
    @Setting(value = "Where MySQL is served.", fallback = "0.0.0.0:3306") Endpoint listen,
    @Setting(
            value = "Where the X plugin is served; `null` for nowhere.",
            fallback = "0.0.0.0:33060")
        @Nullable Endpoint x,
    @Setting(
            value =
                "`native` for an 8.0 that lets almost every tool in, `sha2` for an 8.4 with"
                    + " `caching_sha2_password`.",
            fallback = "native")
        MysqlProfile profile,
    @Setting(
            value = "The version of MySQL that is claimed; the profile's where absent.",
            fallback = Setting.NONE)
        @Nullable String version,
    @Setting(
            value = "Who may log in; `root` from anywhere without a password where absent.",
            fallback = "[]")
        List<AccountConfig> accounts,
    @Setting(
            value = "A file of SQL that is run at start, for a database that is not empty.",
            fallback = Setting.NONE)
        @Nullable Path seedSql,
    @Setting(
            value = "The longest packet that is taken after login.",
            fallback = "1MiB",
            min = 16 * 1024,
            max = 16 * 1024 * 1024 - 1)
        ByteSize maxPacket) {
  private static final Pattern VERSION = Pattern.compile("8\\.[0-9]{1,2}\\.[0-9]{1,2}");

  public MysqlConfig {
    accounts = List.copyOf(accounts);
    if (version != null && !VERSION.matcher(version).matches()) {
      throw new IllegalArgumentException("version \"" + version + "\" (expected 8.x.y)");
    }
  }

  /** The version claimed. */
  String claimedVersion() {
    return version == null ? profile.version() : version;
  }

  /** An account: an item of {@code mysql.accounts}. */
  public record AccountConfig(
      @Setting("The user name.") String name,
      @Setting(value = "Where it may come from, with `%` for anything.", fallback = "%")
          String host,
      @Setting(
              value = "How its password is kept; the profile's way where absent.",
              fallback = Setting.NONE)
          @Nullable PluginName plugin,
      @Setting(value = "Its password; empty for none.", fallback = "") String password,
      @Setting(
              value = "Whether it was left for intruders to find, so that its use is an event.",
              fallback = "false")
          boolean planted) {

    @Override
    public String toString() {
      return "AccountConfig[name=" + name + ", host=" + host + ", planted=" + planted + "]";
    }
  }
}
