package io.honeypods.ssh;

/**
 * A client of SSH, as a script that is told {@code PORT}, {@code PASSWORD} and {@code KEY}, either
 * of which is {@code -}, and {@code COMMAND}; before the first, another script makes what it needs.
 */
enum SshClient {
  PARAMIKO(
      "/usr/bin/python3 -c 'import paramiko'",
      "/usr/bin/python3 -W ignore paramiko_client.py $PORT root $PASSWORD $KEY \"$COMMAND\""),
  ASYNCSSH(
      "/usr/bin/python3 -c 'import asyncssh'",
      "/usr/bin/python3 -W ignore asyncssh_client.py $PORT root $PASSWORD $KEY \"$COMMAND\""),
  LIBSSH("gcc -o libssh client.c -lssh", "./libssh $PORT root $PASSWORD $KEY \"$COMMAND\""),
  GO(
      "GO111MODULE=off GOPATH=/usr/share/gocode GOCACHE=$PWD/cache go build -o go-client client.go",
      "./go-client $PORT root $PASSWORD $KEY \"$COMMAND\""),
  PLINK(
      "puttygen key -O private -o key.ppk && command -v plink",
      """
      if [ $KEY = - ]; then set -- -pw $PASSWORD; else set -- -i key.ppk; fi
      plink -batch -ssh -P $PORT -hostkey $HOST_KEY "$@" root@127.0.0.1 "$COMMAND"
      """),
  DBCLIENT(
      "dropbearconvert openssh dropbear key key.db && command -v dbclient",
      """
      [ $KEY = - ] || set -- -i key.db
      export HOME=$PWD DROPBEAR_PASSWORD=$PASSWORD
      dbclient -y -y -p $PORT "$@" root@127.0.0.1 "$COMMAND"
      """);

  private final String preparation;
  private final String visit;

  SshClient(String preparation, String visit) {
    this.preparation = preparation;
    this.visit = visit;
  }

  String preparation() {
    return preparation;
  }

  String visit() {
    return visit;
  }
}
