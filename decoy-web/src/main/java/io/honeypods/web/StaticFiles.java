package io.honeypods.web;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Field;
import io.honeypods.web.ByteRanges.ByteRange;
import io.honeypods.web.Resource.Directory;
import io.honeypods.web.Resource.File;
import io.honeypods.web.Resource.Live;
import io.honeypods.web.Resource.Unreadable;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Answers requests from a {@link Site} as nginx does with {@code index index.html index.htm}. */
final class StaticFiles {
  private static final List<String> INDEXES = List.of("index.html", "index.htm");

  private final Site site;
  private final NginxVersion version;
  private final Pages pages;
  private final InstantSource clock;
  private final AtomicLong boundaries = new AtomicLong();

  StaticFiles(Site site, NginxVersion version, InstantSource clock) {
    this.site = site;
    this.version = version;
    this.pages = new Pages(version);
    this.clock = clock;
  }

  /**
   * The answer to a request whose head is in order.
   *
   * @param server the host and port that a redirect leads to
   */
  Response response(RequestHead request, Address server) {
    boolean get = request.method().equals("GET") || request.isHead();
    if (!get && !request.method().equals("POST")) {
      return pages.error(405, request);
    }
    return request.path().endsWith("/")
        ? index(request, server)
        : at(request.path(), request, server);
  }

  /** Where a redirect leads to. */
  record Address(String host, int port) {}

  private Response index(RequestHead request, Address server) {
    String directory = Site.directory(request.path());
    if (!(site.at(directory) instanceof Directory)) {
      return pages.error(site.isForbidden(directory) ? 403 : 404, request);
    }
    for (String index : INDEXES) {
      String path = request.path() + index;
      Resource resource = site.at(path);
      if (resource != null) {
        return resource instanceof Directory
            ? moved(path, request, server)
            : at(path, request, server);
      }
    }
    return pages.error(403, request);
  }

  private Response at(String path, RequestHead request, Address server) {
    Resource resource = site.at(path);
    return switch (resource) {
      case null -> pages.error(site.isForbidden(path) ? 403 : 404, request);
      case Unreadable _ -> pages.error(403, request);
      case Directory _ -> moved(path, request, server);
      case File file -> file(file, path, request);
      case Live live -> file(live.render().apply(clock.instant()), path, request);
    };
  }

  private Response moved(String path, RequestHead request, Address server) {
    String query = request.query() == null ? "" : request.query();
    return pages.redirect(request, Location.of(server.host(), server.port(), path + "/", query));
  }

  private Response file(File file, String path, RequestHead request) {
    if (request.method().equals("POST")) {
      return pages.error(405, request);
    }
    var validators = Validators.of(file);
    int status = request.isHttp09() ? 200 : validators.evaluate(request);
    return switch (status) {
      case 304 -> notModified(validators);
      case 412 -> pages.error(412, request).ofFile(true);
      default -> content(file, MimeTypes.of(path), validators, request);
    };
  }

  private Response content(File file, String type, Validators validators, RequestHead request) {
    Bytes bytes = file.content();
    String range = request.header("Range");
    if (range == null
        || request.isHttp09()
        || !validators.permitsRange(request.header("If-Range"))) {
      return whole(bytes, type, validators);
    }
    ByteRanges ranges = ByteRanges.parse(range, bytes.length(), version.maxRanges());
    return switch (ranges.outcome()) {
      case WHOLE -> whole(bytes, type, validators);
      case UNSATISFIABLE -> pages.unsatisfiable(request, bytes.length());
      case PARTIAL ->
          ranges.ranges().size() == 1
              ? part(bytes, type, validators, ranges.ranges().getFirst())
              : parts(bytes, type, validators, ranges.ranges());
    };
  }

  private static Response whole(Bytes bytes, String type, Validators validators) {
    var acceptRanges = new Field("Accept-Ranges", "bytes");
    List<Bytes> body = bytes.isEmpty() ? List.of() : List.of(bytes);
    return ofFile(200, type, body, validators, acceptRanges);
  }

  private static Response part(Bytes bytes, String type, Validators validators, ByteRange range) {
    var contentRange = new Field("Content-Range", range.of(bytes.length()));
    Bytes part = bytes.slice((int) range.start(), (int) range.end());
    return ofFile(206, type, List.of(part), validators, contentRange);
  }

  private Response parts(Bytes bytes, String type, Validators validators, List<ByteRange> ranges) {
    String boundary = "%020d".formatted(boundaries.incrementAndGet());
    List<Bytes> body = Multipart.body(bytes, type, ranges, boundary);
    return ofFile(206, "multipart/byteranges; boundary=" + boundary, body, validators, null);
  }

  private static Response ofFile(
      int status, String type, List<Bytes> body, Validators validators, @Nullable Field last) {
    var more = new ArrayList<Field>();
    more.add(new Field("ETag", validators.etag()));
    if (last != null) {
      more.add(last);
    }
    long length = body.stream().mapToLong(Bytes::length).sum();
    return new Response(
        status, type, length, validators.lastModified(), null, more, body, false, true, false);
  }

  private static Response notModified(Validators validators) {
    var etag = new Field("ETag", validators.etag());
    return new Response(
        304,
        null,
        -1,
        validators.lastModified(),
        null,
        List.of(etag),
        List.of(),
        true,
        true,
        false);
  }
}
