package io.honeypods.web;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages nginx makes itself: errors and redirects. */
final class Pages {
  private static final String TOO_LARGE = "Request Header Or Cookie Too Large";
  private static final String PADDING =
      "<!-- a padding to disable MSIE and Chrome friendly error page -->\r\n".repeat(6);

  private final String signature;

  Pages(NginxVersion version) {
    this.signature = "nginx/" + version;
  }

  Response error(int status, RequestHead request) {
    return page(status, request, StatusLine.of(status), null, null, List.of());
  }

  /** The answer to headers that do not fit: a 400 that says why. */
  Response headersTooLarge(RequestHead request) {
    String centered = "<center>" + TOO_LARGE + "</center>\r\n";
    return page(400, request, "400 " + TOO_LARGE, centered, null, List.of());
  }

  Response redirect(RequestHead request, String location) {
    return page(301, request, StatusLine.of(301), null, location, List.of());
  }

  /** No range of a file of {@code size} bytes could be served. */
  Response unsatisfiable(RequestHead request, int size) {
    var range = new Field("Content-Range", "bytes */" + size);
    return page(416, request, StatusLine.of(416), null, null, List.of(range)).ofFile(false);
  }

  private Response page(
      int status,
      RequestHead request,
      String title,
      @Nullable String extra,
      @Nullable String location,
      List<Field> more) {
    String padding =
        status >= 400 && UserAgent.of(request.header("User-Agent")).wantsPadding() ? PADDING : "";
    Bytes body =
        Bytes.ofLatin1(
            "<html>\r\n<head><title>%s</title></head>\r\n<body>\r\n".formatted(title)
                + "<center><h1>%s</h1></center>\r\n".formatted(StatusLine.of(status))
                + (extra == null ? "" : extra)
                + "<hr><center>%s</center>\r\n</body>\r\n</html>\r\n".formatted(signature)
                + padding);
    return new Response(
        status,
        "text/html",
        body.length(),
        null,
        location,
        more,
        List.of(body),
        true,
        false,
        false);
  }
}
