package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Inode;

/** A file that {@code find} has come to. */
record FindFile(String path, Inode inode, int depth) {}
