package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Inode;

/** A name with what lies there. */
record LsEntry(String name, Inode inode, String path) {}
