package io.honeypods.web;

import io.honeypods.decoy.event.Bytes;
import java.time.Instant;
import java.util.function.Function;

/** What lies at a path of a {@link Site}. */
sealed interface Resource {

  /** A file that anybody may read. */
  record File(Bytes content, Instant modified) implements Resource {}

  /** A file that somebody seems to rewrite from time to time. */
  record Live(Function<Instant, File> render) implements Resource {}

  /** A directory that anybody may enter. */
  record Directory(Instant modified) implements Resource {}

  /** A file or directory that nginx's worker has no permission for. */
  record Unreadable(boolean directory) implements Resource {}
}
