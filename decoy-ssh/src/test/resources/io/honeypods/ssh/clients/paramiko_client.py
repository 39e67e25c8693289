"""Logs in and runs a command: PORT USER PASSWORD|- KEY|- COMMAND; prints what came of it."""

import sys

import paramiko

port, user, password, key, command = sys.argv[1:]
client = paramiko.SSHClient()
client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
try:
    client.connect(
        "127.0.0.1",
        int(port),
        user,
        password=None if password == "-" else password,
        key_filename=None if key == "-" else key,
        allow_agent=False,
        look_for_keys=False,
    )
    transport = client.get_transport()
    print(transport.remote_version, transport.local_cipher, transport.get_remote_server_key().get_name())
    channel = transport.open_session()
    channel.exec_command(command)
    print(channel.makefile().read().decode(), channel.makefile_stderr().read().decode())
    print(channel.recv_exit_status())
except Exception as e:
    print(type(e).__name__, e)
finally:
    client.close()
