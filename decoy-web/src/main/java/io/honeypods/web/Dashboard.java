package io.honeypods.web;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.identity.Identity;
import io.honeypods.decoy.identity.Planted;
import java.util.List;
import java.util.Map;

/** Stand-in until the real one is there. */
final class Dashboard {
  private Dashboard() {}

  static Site of(Identity identity, List<Planted> planted) {
    var index =
        new Resource.File(
            Bytes.ofLatin1("<h1>" + identity.host() + planted.size() + "</h1>\n"),
            identity.installed());
    return new Site(
        Map.of("/", new Resource.Directory(identity.installed()), "/index.html", index));
  }
}
