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
  private List<Account> visible(SqlSession viewer) {
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

  void global(RowSheet sheet, SqlSession viewer) {
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

  void schemas(RowSheet sheet, SqlSession viewer) {
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

  void tables(RowSheet sheet, SqlSession viewer) {
    for (Account account : visible(viewer)) {
      users
          .of(account.name(), account.host())
          .tables()
          .forEach(
              (table, scope) -> {
                int dot = table.indexOf('.');
                for (String privilege : scope.privileges()) {
                  grant(sheet, account, privilege, scope.grantOption())
                      .put("TABLE_SCHEMA", table.substring(0, dot))
                      .put("TABLE_NAME", table.substring(dot + 1));
                }
              });
    }
  }

  void columns(RowSheet sheet, SqlSession viewer) {
    for (Account account : visible(viewer)) {
      users
          .of(account.name(), account.host())
          .tables()
          .forEach(
              (table, scope) -> {
                int dot = table.indexOf('.');
                scope
                    .columns()
                    .forEach(
                        (privilege, columns) -> {
                          for (String column : columns) {
                            grant(sheet, account, privilege, scope.grantOption())
                                .put("TABLE_SCHEMA", table.substring(0, dot))
                                .put("TABLE_NAME", table.substring(dot + 1))
                                .put("COLUMN_NAME", column);
                          }
                        });
              });
    }
  }

  void attributes(RowSheet sheet, SqlSession viewer) {
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
