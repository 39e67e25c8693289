/* Logs in by libssh and runs a command: PORT USER PASSWORD|- KEY|- COMMAND; prints what came of it. */
#include <libssh/libssh.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int log_in(ssh_session session, char **argv) {
  if (strcmp(argv[4], "-") == 0) {
    return ssh_userauth_password(session, NULL, argv[3]);
  }
  ssh_key key;
  if (ssh_pki_import_privkey_file(argv[4], NULL, NULL, NULL, &key) != SSH_OK) {
    return SSH_AUTH_ERROR;
  }
  int outcome = ssh_userauth_publickey(session, NULL, key);
  ssh_key_free(key);
  return outcome;
}

static void run(ssh_session session, const char *command) {
  ssh_channel channel = ssh_channel_new(session);
  if (ssh_channel_open_session(channel) != SSH_OK || ssh_channel_request_exec(channel, command) != SSH_OK) {
    printf("no channel: %s\n", ssh_get_error(session));
    return;
  }
  char buffer[4096];
  for (int stream = 0; stream < 2; stream++) {
    int got;
    while ((got = ssh_channel_read(channel, buffer, sizeof buffer, stream)) > 0) {
      fwrite(buffer, 1, got, stdout);
    }
  }
  ssh_channel_send_eof(channel);
  printf("exit %d\n", ssh_channel_get_exit_status(channel));
  ssh_channel_free(channel);
}

int main(int argc, char **argv) {
  int port = atoi(argv[1]);
  int off = 0;
  ssh_session session = ssh_new();
  ssh_options_set(session, SSH_OPTIONS_HOST, "127.0.0.1");
  ssh_options_set(session, SSH_OPTIONS_PORT, &port);
  ssh_options_set(session, SSH_OPTIONS_USER, argv[2]);
  ssh_options_set(session, SSH_OPTIONS_PROCESS_CONFIG, &off);
  if (argc != 6 || ssh_connect(session) != SSH_OK) {
    printf("no connection: %s\n", ssh_get_error(session));
    return 1;
  }
  printf("%s %s %s\n", ssh_get_serverbanner(session), ssh_get_kex_algo(session), ssh_get_cipher_in(session));
  int none = ssh_userauth_none(session, NULL);
  printf("none %d methods %d\n", none, ssh_userauth_list(session, NULL));
  int outcome = log_in(session, argv);
  printf("login %d\n", outcome);
  if (outcome == SSH_AUTH_SUCCESS) {
    run(session, argv[5]);
  }
  ssh_disconnect(session);
  ssh_free(session);
  return 0;
}
