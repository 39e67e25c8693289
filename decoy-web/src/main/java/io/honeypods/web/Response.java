package io.honeypods.web;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request is answered with, before the version and the end of the connection decide how it
 * is written.
 *
 * @param contentLength of the body in bytes; -1 where the answer has none
 * @param more headers that come after {@code Connection}
 * @param body each part is a segment of its own
 * @param generated whether head and body are one segment, as nginx sends the pages it makes
 * @param ofFile whether a file was found for it, though a condition may keep it back
 * @param close whether nginx ends the connection after it, whatever the request says
 */
record Response(
    int status,
    @Nullable String contentType,
    long contentLength,
    @Nullable String lastModified,
    @Nullable String location,
    List<Field> more,
    List<Bytes> body,
    boolean generated,
    boolean ofFile,
    boolean close) {

  Response {
    more = List.copyOf(more);
    body = List.copyOf(body);
  }

  /** The same, made for a file. */
  Response ofFile(boolean closing) {
    return new Response(
        status,
        contentType,
        contentLength,
        lastModified,
        location,
        more,
        body,
        generated,
        true,
        closing);
  }
}
