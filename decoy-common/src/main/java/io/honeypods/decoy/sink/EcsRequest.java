package io.honeypods.decoy.sink;

import io.honeypods.decoy.event.Event.RequestReceived;
import io.honeypods.decoy.event.Field;
import io.honeypods.decoy.event.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request as ECS {@code http.*}, {@code url.*} and {@code user_agent.*}. */
final class EcsRequest {
  private final EcsFields json;
  private final Redactor redactor;
  private final RequestReceived request;

  EcsRequest(EcsFields json, Redactor redactor, RequestReceived request) {
    this.json = json;
    this.redactor = redactor;
    this.request = request;
  }

  void write() {
    json.object("http", this::http);
    json.object("url", this::url);
    String agent = header("user-agent");
    if (agent != null) {
      json.object("user_agent", () -> json.clipped("original", agent));
    }
  }

  private void http() {
    json.clipped("version", request.version());
    json.object(
        "request",
        () -> {
          json.text("method", request.method());
          json.clipped("referrer", header("referer"));
          json.object("body", () -> json.payload(request.body(), redactor.isPlain()));
          headers();
        });
    json.object("response", () -> json.number("status_code", request.status()));
  }

  private void headers() {
    List<Field> shown = request.headers().subList(0, json.fitting(request.headers().size()));
    json.number("header_count", request.headerCount());
    json.array("headers", () -> shown.forEach(header -> json.item(() -> header(header))));
  }

  private void header(Field header) {
    String value = redactor.header(header.name(), header.value());
    json.clipped("name", header.name());
    json.clipped("value", value);
    if (json.isCut(value)) {
      json.number("value_length", value.length());
    }
  }

  private void url() {
    String target = redactor.target(request.target().value());
    json.text("original", new Text(target, request.target().length(), request.target().sha256()));
    int query = target.indexOf('?');
    json.clipped("path", query < 0 ? target : target.substring(0, query));
    if (query >= 0) {
      json.clipped("query", target.substring(query + 1));
    }
  }

  private @Nullable String header(String name) {
    return request.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(header -> redactor.header(header.name(), header.value()))
        .findFirst()
        .orElse(null);
  }
}
