package io.honeypods.mysql.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** ROLES_GRAPHML: all accounts as the nodes of a graph in XML. */
final class RoleGraph {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
      http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
        <key id="key0" for="edge" attr.name="color" attr.type="int" />
        <key id="key1" for="node" attr.name="name" attr.type="string" />
        <graph id="G" edgedefault="directed" parse.nodeids="canonical" \
      parse.edgeids="canonical" parse.order="nodesfirst">
      """;
  private static final String TAIL =
      """
        </graph>
      </graphml>
      """;

  private RoleGraph() {}

  static Value text(Call c) {
    List<String[]> accounts = accounts(c.run());
    accounts.sort(
        Comparator.<String[], Boolean>comparing(account -> account[0].contains("%"))
            .thenComparing(account -> account[1]));
    var text = new StringBuilder(HEAD);
    for (int i = 0; i < accounts.size(); i++) {
      text.append("    <node id=\"n").append(i).append("\">\n      <data key=\"key1\">`");
      text.append(accounts.get(i)[1]).append("`@`").append(accounts.get(i)[0]);
      text.append("`</data>\n    </node>\n");
    }
    return new Value.Text(text.append(TAIL).toString());
  }

  private static List<String[]> accounts(Run run) {
    var accounts = new ArrayList<String[]>();
    VirtualTable users = run.server().catalogue().virtual("mysql", "user");
    if (users != null) {
      for (List<Value> row : users.rows(run.session())) {
        run.tick();
        accounts.add(new String[] {Coercion.text(row.get(0)), Coercion.text(row.get(1))});
      }
    }
    return accounts;
  }
}
