package io.honeypods.web;

import io.honeypods.decoy.config.Endpoint;
import io.honeypods.decoy.config.Setting;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nginx decoy: section {@code web}. */
public record WebConfig(
    @Setting(value = "Where the dashboard is served.", fallback = "0.0.0.0:8888") Endpoint listen,
    @Setting(
            value = "Where the lure of the 443 service listens; `null` for nowhere.",
            fallback = "0.0.0.0:8443")
        @Nullable Endpoint lure,
    @Setting(
            value = "A directory to serve in place of the built-in dashboard, read at start.",
            fallback = Setting.NONE)
        @Nullable Path root,
    @Setting(value = "The version of nginx that is claimed.", fallback = "1.30.6") String version,
    @Setting(
            value = "Credentials to recognise beside those that the dashboard plants.",
            fallback = "[]")
        List<PlantedConfig> planted) {
  public WebConfig {
    planted = List.copyOf(planted);
    NginxVersion.parse(version);
  }

  /** A credential that an operator has left somewhere: an item of {@code web.planted}. */
  public record PlantedConfig(
      @Setting("Where it claims to work, such as `mysql`.") String service,
      @Setting("The login name.") String user,
      @Setting("The password or token; whoever presents it has read it.") String secret,
      @Setting(value = "Where it lies, as events say it.", fallback = "(configured)")
          String place) {
    public PlantedConfig {
      if (secret.length() < 8) {
        throw new IllegalArgumentException(
            "secret of " + secret.length() + " characters (expected at least 8)");
      }
    }

    @Override
    public String toString() {
      return "PlantedConfig[service=" + service + ", user=" + user + ", place=" + place + "]";
    }
  }
}
