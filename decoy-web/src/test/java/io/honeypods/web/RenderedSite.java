package io.honeypods.web;

import io.honeypods.decoy.identity.Identity;
import io.honeypods.decoy.identity.Planted;
import io.honeypods.web.Resource.Directory;
import io.honeypods.web.Resource.File;
import io.honeypods.web.Resource.Live;
import io.honeypods.web.Resource.Unreadable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The built-in site as text. */
final class RenderedSite {
  static final Instant NOW = Instant.parse("2026-12-03T11:22:33Z");

  private RenderedSite() {}

  /** Every file by its path, as it is {@link #NOW}. */
  static Map<String, String> files(Identity identity) {
    var files = new TreeMap<String, String>();
    var site = Dashboard.of(identity, Planted.of(identity));
    site.resources()
        .forEach(
            (path, resource) -> {
              switch (resource) {
                case File file -> files.put(path, file.content().latin1());
                case Live live -> files.put(path, live.render().apply(NOW).content().latin1());
                case Directory _, Unreadable _ -> {}
              }
            });
    return files;
  }

  /** Where a page links to and what it loads. */
  static List<String> links(String html) {
    var links = new ArrayList<String>();
    for (String start : List.of("href=\"", "src=\"")) {
      for (int at = html.indexOf(start); at >= 0; at = html.indexOf(start, at + 1)) {
        int from = at + start.length();
        links.add(html.substring(from, html.indexOf('"', from)));
      }
    }
    return links;
  }
}
