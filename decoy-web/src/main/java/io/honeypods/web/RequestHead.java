package io.honeypods.web;

import io.honeypods.decoy.event.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request line and its headers, as far as they were read. Text is Latin-1: a character a byte.
 *
 * @param method empty where it was not read to its end
 * @param target as sent
 * @param path decoded and normalised; empty where the target was not read to its end
 * @param query what follows the first question mark, raw and without a fragment; null for none
 * @param authority the host of an absolute target, lower-case and without its port; null for none
 * @param major of the HTTP version; 0 where the line has none (HTTP/0.9)
 * @param minor of the HTTP version
 * @param versionKnown whether the request line was read to its end
 * @param headers all, in order, also those that nginx ignores
 */
record RequestHead(
    String method,
    String target,
    String path,
    @Nullable String query,
    @Nullable String authority,
    int major,
    int minor,
    boolean versionKnown,
    List<Field> headers) {

  RequestHead {
    headers = List.copyOf(headers);
  }

  /** The value of the first header of that name, whatever its case; null for none. */
  @Nullable String header(String name) {
    for (Field header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        return header.value();
      }
    }
    return null;
  }

  /** Whether it has neither version nor headers, and so its answer has none either. */
  boolean isHttp09() {
    return versionKnown && major == 0;
  }

  boolean isHead() {
    return method.equals("HEAD");
  }

  String version() {
    return major == 0 ? "0.9" : major + "." + minor;
  }
}
