package io.honeypods.mysql.sql;

import io.honeypods.mysql.account.Account;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The tables of information_schema that tell who may do what. */
final class InfoPrivileges {
  private final UserStore users;
  private final Grants grants;

  InfoPrivileges(UserStore users, Grants grants) {
    this.users = users;
    this.grants = grants;
  }

  /** The accounts that a session sees: all, if it may read {@code mysql}. */
  private List<Account> visible(Session viewer) {
    if (grants.may(viewer, "SELECT", "mysql", "user")) {
      return narrowestFirst(users.all());
    }
    return List.of(viewer.client().account());
  }

  /** The order in which the server looks for the account of a login. */
  private static List<Account> narrowestFirst(List<Account> accounts) {
    var sorted = new ArrayList<Account>(accounts);
    sorted.sort(Comparator.comparing(account -> account.host().contains("%")));
    return sorted;
  }

  void global(RowSheet sheet, Session viewer) {
    for (Account account : visible(viewer)) {
      PrivilegeSet held = users.of(account.name(), account.host());
      var names = new ArrayList<String>();
      for (String privilege : Privileges.GLOBAL) {
        if (held.global().privileges().contains(privilege)) {
          names.add(privilege);
        }
      }
      if (names.isEmpty()) {
        names.add("USAGE");
      }
      names.addAll(held.dynamic());
      for (String name : names) {
        grant(sheet, account, name, held.global().grantOption());
      }
    }
  }

  private static RowSheet grant(RowSheet sheet, Account account, String name, boolean option) {
    return sheet
        .row()
        .put("GRANTEE", account.quoted())
        .put("TABLE_CATALOG", "def")
        .put("PRIVILEGE_TYPE", name)
        .put("IS_GRANTABLE", option ? "YES" : "NO");
  }

  void schemas(RowSheet sheet, Session viewer) {
    for (Account account : visible(viewer)) {
      users
          .of(account.name(), account.host())
          .schemas()
          .forEach(
              (schema, scope) -> {
                for (String privilege : Privileges.OF_SCHEMAS) {
                  if (scope.privileges().contains(privilege)) {
                    grant(sheet, account, privilege, scope.grantOption())
                        .put("TABLE_SCHEMA", schema);
                  }
                }
              });
    }
  }

  void tables(RowSheet sheet, Session viewer) {
    eachTable(
        viewer,
        (account, table, scope) -> {
          for (String privilege : scope.privileges()) {
            grant(sheet, account, privilege, scope.grantOption(), table);
          }
        });
  }

  void columns(RowSheet sheet, Session viewer) {
    eachTable(
        viewer,
        (account, table, scope) ->
            scope
                .columns()
                .forEach(
                    (privilege, columns) -> {
                      for (String column : columns) {
                        grant(sheet, account, privilege, scope.grantOption(), table)
                            .put("COLUMN_NAME", column);
                      }
                    }));
  }

  /** What an account may do with a table, whose name is {@code schema.name}. */
  private interface TableGrant {
    void accept(Account account, String table, PrivilegeSet.Scope scope);
  }

  private void eachTable(Session viewer, TableGrant action) {
    for (Account account : visible(viewer)) {
      users
          .of(account.name(), account.host())
          .tables()
          .forEach((table, scope) -> action.accept(account, table, scope));
    }
  }

  private static RowSheet grant(
      RowSheet sheet, Account account, String name, boolean option, String table) {
    int dot = table.indexOf('.');
    return grant(sheet, account, name, option)
        .put("TABLE_SCHEMA", table.substring(0, dot))
        .put("TABLE_NAME", table.substring(dot + 1));
  }

  void attributes(RowSheet sheet, Session viewer) {
    for (Account account : visible(viewer)) {
      String attribute = users.details(account.name(), account.host()).attribute();
      sheet
          .row()
          .put("USER", account.name())
          .put("HOST", account.host())
          .put("ATTRIBUTE", attribute.isEmpty() ? null : attribute);
    }
  }
}
