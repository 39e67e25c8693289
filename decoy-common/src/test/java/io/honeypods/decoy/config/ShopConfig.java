package io.honeypods.decoy.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A section that has one key of every shape. */
record ShopConfig(
    @Setting(value = "Where.", fallback = "0.0.0.0:8888") @Nullable Endpoint listen,
    @Setting(value = "How many.", fallback = "3", min = 1, max = 10) int itemCount,
    @Setting(value = "How many at most.", fallback = "5000000000") long farTooMany,
    @Setting(value = "Whether.", fallback = "true") boolean open,
    @Setting(value = "Who.", fallback = "corner") String name,
    @Setting(value = "Which.", fallback = "dark-roast") Flavour flavour,
    @Setting(value = "How long.", fallback = "1h30m", min = 1000) Duration patience,
    @Setting(value = "How much.", fallback = "4MiB", max = 1 << 30) ByteSize room,
    @Setting(value = "Whence.", fallback = "10.0.0.0/8") Cidr from,
    @Setting(value = "Out of what.", fallback = Setting.NONE) @Nullable Path root,
    @Setting(value = "What opens it.", fallback = Setting.NONE) @Nullable String doorPassword,
    @Setting(value = "Marks.", fallback = "{}") Map<String, String> labels,
    @Setting(value = "Whom.", fallback = "[10.0.0.0/8, ::1]") List<Cidr> allow,
    @Setting(value = "Which secrets.", fallback = "[]") List<Flavour> tokens,
    @Setting(value = "Whose.", fallback = "[]") List<Account> accounts,
    @Setting("How thoroughly.") Scan scan,
    @Setting(value = "How else.", fallback = Setting.NONE) @Nullable Scan spare) {

  enum Flavour {
    DARK_ROAST,
    MILD
  }

  record Account(
      @Setting("The login name.") String name,
      @Setting(value = "The password.", fallback = "") String password) {
    Account {
      if (name.equals("nobody")) {
        throw new IllegalArgumentException("name is nobody (expected somebody)");
      }
    }
  }

  record Scan(
      @Setting(value = "How many ports.", fallback = "10") int ports,
      @Setting(value = "In what time.", fallback = "60s") Duration window) {
    Scan {
      if (ports == 13) {
        throw new IllegalArgumentException("13 ports (expected a luckier number)");
      }
    }
  }
}
