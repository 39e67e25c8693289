package io.honeypods.mysql.sql;

/** Puts the server's administration together. */
final class SystemPartFactory {
  private SystemPartFactory() {}

  static SystemPart create(SqlServer server) {
    var profile = server.profile();
    var users = new UserStore(server.accounts(), profile.installed());
    var grants = new Grants(users);
    var directory = new SystemDirectory(server, grants);
    var variables = new SystemVariableStore(server, grants);
    var status = new ServerStatus(server);
    var tables = new PrivilegeTables(server, users);
    var state = new ShowServer(server, variables, status, grants);
    var rows =
        new SystemRows(
            new InfoObjects(directory),
            new InfoRoutines(directory),
            new InfoPrivileges(users, grants),
            new InfoServer(server, directory, grants, status),
            new PerformanceTables(server, variables, status));
    var replication = new ReplicationStatements(grants);
    var desk =
        new SystemDesk(
            server,
            status,
            tables,
            new ShowStatements(server, users, grants, directory, state),
            new UserStatements(server, users, grants),
            new GrantStatements(users, grants, directory),
            new ServerStatements(server, grants),
            new FlushStatements(server, grants, tables, variables, replication),
            new MaintenanceStatements(server, directory, grants),
            replication);
    var computed = rows.fill(SystemSchemas.install(server.catalogue(), profile.installed()));
    tables.write();
    return new SystemPart(desk, variables, grants, computed);
  }
}
