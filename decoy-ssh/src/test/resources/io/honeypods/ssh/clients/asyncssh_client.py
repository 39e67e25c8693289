"""Logs in and runs a command: PORT USER PASSWORD|- KEY|- COMMAND; prints what came of it."""

import asyncio
import sys

import asyncssh

port, user, password, key, command = sys.argv[1:]


async def visit():
    options = {"password": None if password == "-" else password}
    options["client_keys"] = None if key == "-" else [key]
    async with asyncssh.connect(
        "127.0.0.1", int(port), username=user, known_hosts=None, agent_path=None, config=None, **options
    ) as ssh:
        for name in ("server_version", "send_cipher", "send_mac", "send_compression"):
            print(name, ssh.get_extra_info(name))
        result = await ssh.run(command)
        print(result.stdout, result.stderr, result.exit_status)


try:
    asyncio.run(visit())
except Exception as e:
    print(type(e).__name__, e)
