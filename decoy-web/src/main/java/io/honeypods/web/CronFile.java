package io.honeypods.web;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.web.Resource.File;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A file that a cron job seems to rewrite every {@link Operations#PERIOD}. */
final class CronFile implements Function<Instant, File> {
  private final Function<Instant, String> text;
  private volatile @Nullable File latest;

  /**
   * A file of a text.
   *
   * @param text what it holds at a time, the same all through a period
   */
  CronFile(Function<Instant, String> text) {
    this.text = text;
  }

  @Override
  public File apply(Instant now) {
    var modified = Operations.tick(now);
    var file = latest;
    if (file == null || !file.modified().equals(modified)) {
      file = new File(Bytes.utf8(text.apply(modified)), modified);
      latest = file;
    }
    return file;
  }
}
