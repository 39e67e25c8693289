package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Program;
import java.util.Map;
import java.util.TreeMap;

/** All programs of the host: one line each. */
public final class Commands {
  private static final Map<String, Program> TABLE = new TreeMap<>();

  static {
    add(Ls::run, "ls", "dir", "vdir");
    add(Cat::cat, "cat");
    add(CopyCommands::cp, "cp");
    add(CopyCommands::mv, "mv");
    add(StreamCommands::tee, "tee");
    add(Dd::dd, "dd");
    add(CopyCommands::install, "install");
    add(FileCommands::mkdir, "mkdir");
    add(FileCommands::rmdir, "rmdir");
    add(FileCommands::rm, "rm", "unlink");
    add(BlankFileCommands::touch, "touch");
    add(FileCommands::ln, "ln");
    add(PermissionCommands::chmod, "chmod");
    add(PermissionCommands::chown, "chown", "chgrp");
    add(BlankFileCommands::mktemp, "mktemp");
    add(Stat::run, "stat");
    add(PathCommands::file, "file");
    add(PathCommands::readlink, "readlink", "realpath");
    add(PathCommands::basename, "basename", "dirname");
    add(BlankFileCommands::truncate, "truncate");
    add(BlankFileCommands::shred, "shred");
    add(WaitCommands::sleep, "sleep");
    add(LaunchCommands::prefix, "nohup", "nice", "ionice", "setsid", "stdbuf", "time");
    add(Timeout::run, "timeout");
    add(LaunchCommands::env, "env");
    add(LaunchCommands::printenv, "printenv");
    add(Expr::expr, "expr");
    add(BusyboxCommands::busybox, "busybox");
    add(ScreenCommands::more, "more", "less");
    add(Vi::run, "vim.tiny");
    add(ScreenCommands::tty, "tty");
    add(ScreenCommands::stty, "stty");
    add(ScreenCommands::clear, "clear", "reset", "tset");
    add(MachineCommands::lscpu, "lscpu");
    add(MachineCommands::lsblk, "lsblk");
    add(MachineCommands::mount, "mount", "umount");
    add(MachineCommands::dmesg, "dmesg");
    add(IdentityCommands::getent, "getent");
    add(SessionCommands::users, "users");
    add(HostCommands::hostnamectl, "hostnamectl");
    add(WaitCommands::watch, "watch");
    add(ProcessCommands::lsof, "lsof");
    add(task -> done(task, "2\n"), "nproc");
    add(task -> done(task, "x86_64\n"), "arch");
    add(
        task -> done(task, task.environment().getOrDefault("LOGNAME", task.user().name()) + "\n"),
        "logname");
    add(
        task -> done(task, ""),
        "sync",
        "tput",
        "mesg",
        "dircolors",
        "lesspipe",
        "locale-gen",
        "ldconfig");
    add(task -> done(task, "LANG=\nLANGUAGE=\nLC_CTYPE=\"POSIX\"\nLC_ALL=\n"), "locale");
    add(EndCommands::head, "head");
    add(EndCommands::tail, "tail");
    add(CountCommands::wc, "wc");
    add(Sort::sort, "sort");
    add(OrderCommands::uniq, "uniq");
    add(Cut::cut, "cut");
    add(Translation::tr, "tr");
    add(FieldCommands::rev, "rev");
    add(OrderCommands::tac, "tac");
    add(CountCommands::nl, "nl");
    add(FieldCommands::paste, "paste");
    add(FieldCommands::shuf, "shuf");
    add(Merge::comm, "comm");
    add(Join::run, "join");
    add(WidthCommands::fold, "fold");
    add(WidthCommands::expand, "expand");
    add(WidthCommands::unexpand, "unexpand");
    add(Split::run, "split");
    add(Numbers::factor, "factor");
    add(Numfmt::run, "numfmt");
    add(Seq::seq, "seq");
    add(CountCommands::yes, "yes");
    add(Grep::run, "grep", "egrep", "fgrep");
    add(Sed::run, "sed");
    add(Awk::run, "mawk", "awk");
    add(BaseText::base64, "base64");
    add(BaseText::base32, "base32");
    add(BaseText::basenc, "basenc");
    add(task -> Digests.run(task, "MD5"), "md5sum");
    add(task -> Digests.run(task, "SHA-1"), "sha1sum");
    add(task -> Digests.run(task, "SHA-224"), "sha224sum");
    add(task -> Digests.run(task, "SHA-256"), "sha256sum");
    add(task -> Digests.run(task, "SHA-384"), "sha384sum");
    add(task -> Digests.run(task, "SHA-512"), "sha512sum");
    add(task -> Digests.run(task, "BLAKE2B"), "b2sum");
    add(Checksums::cksum, "cksum");
    add(Checksums::sum, "sum");
    add(Od::run, "od");
    add(DumpCommands::hexdump, "hexdump", "xxd", "hd");
    add(DumpCommands::strings, "strings");
    add(CompressCommands::gzip, "gzip", "gunzip", "zcat");
    add(Cmp::run, "cmp");
    add(Diff::run, "diff");
    add(Tar::run, "tar");
    add(SearchCommands::find, "find");
    add(Xargs::xargs, "xargs");
    add(SearchCommands::which, "which", "which.debianutils");
    add(SearchCommands::whereis, "whereis");
    add(HostCommands::uname, "uname");
    add(HostCommands::hostname, "hostname");
    add(IdentityCommands::id, "id");
    add(IdentityCommands::whoami, "whoami");
    add(IdentityCommands::groupsOf, "groups");
    add(DateCommand::run, "date");
    add(HostCommands::uptime, "uptime");
    add(SessionCommands::w, "w", "w.procps");
    add(SessionCommands::who, "who");
    add(SessionCommands::last, "last", "lastb");
    add(SessionCommands::lastlog, "lastlog");
    add(SpaceCommands::free, "free");
    add(SpaceCommands::df, "df");
    add(SpaceCommands::du, "du");
    add(ProcessCommands::ps, "ps");
    add(ProcessCommands::top, "top");
    add(ProcessCommands::pgrep, "pgrep", "pkill", "killall");
    add(ProcessCommands::pidof, "pidof", "killall5");
    add(InterfaceCommands::ip, "ip");
    add(InterfaceCommands::ifconfig, "ifconfig");
    add(SocketCommands::ss, "ss");
    add(SocketCommands::netstat, "netstat");
    add(InterfaceCommands::route, "route");
    add(InterfaceCommands::arp, "arp");
    add(ProbeCommands::ping, "ping");
    add(ConnectCommands::netcat, "nc.traditional", "nc");
    add(ConnectCommands::ssh, "ssh", "sftp");
    add(task -> Scp.isFarEnd(task) ? Scp.run(task) : ConnectCommands.ssh(task), "scp");
    add(SftpServer::run, "sftp-server");
    add(ConnectCommands::telnet, "telnet");
    add(ProbeCommands::lookup, "dig", "nslookup", "host");
    add(InterfaceCommands::iptables, "xtables-nft-multi");
    add(Curl::curl, "curl");
    add(Wget::wget, "wget");
    add(ServiceCommands::systemctl, "systemctl");
    add(ServiceCommands::service, "service");
    add(ServiceCommands::crontab, "crontab");
    add(PackageCommands::apt, "apt", "apt-get");
    add(PackageCommands::cache, "apt-cache");
    add(Dpkg::run, "dpkg", "dpkg-query");
    add(Perl::run, "perl", "perl5.36.0", "perl5.40.1");
    add(AccountCommands::useradd, "useradd", "adduser");
    add(AccountCommands::userdel, "userdel", "deluser");
    add(GroupCommands::usermod, "usermod");
    add(GroupCommands::groupadd, "groupadd");
    add(GroupCommands::groupdel, "groupdel");
    add(GroupCommands::gpasswd, "gpasswd");
    add(GroupCommands::chsh, "chsh");
    add(GroupCommands::chage, "chage");
    add(KeyCommands::keygen, "ssh-keygen");
    add(KeyCommands::keyscan, "ssh-keyscan");
    add(KeyCommands::add, "ssh-add");
    add(KeyCommands::agent, "ssh-agent");
    add(SystemCommands::getconf, "getconf");
    add(SystemCommands::sysctl, "sysctl");
    add(SystemCommands::hostid, "hostid");
    add(SystemCommands::mountpoint, "mountpoint");
    add(SystemCommands::vmstat, "vmstat");
    add(SystemCommands::forbidden, "swapon", "swapoff", "losetup", "blkid", "mkswap");
    add(SystemCommands::silent, "logger", "wall", "tabs", "setterm", "update-alternatives");
    add(SystemCommands::ldd, "ldd");
    add(ProcessTree::fuser, "fuser");
    add(ProcessTree::pstree, "pstree");
    add(ProcessTree::renice, "renice");
    add(SystemCommands::updateRc, "update-rc.d", "invoke-rc.d");
    add(PackedCommands::bzip2, "bzip2", "bunzip2", "bzcat");
    add(PackedCommands::xz, "xz", "unxz", "xzcat");
    add(PackedCommands::zgrep, "zgrep", "zegrep", "zfgrep");
    add(PackedCommands::show, "zless", "zmore");
    add(WrapCommands::flock, "flock");
    add(WrapCommands::behindOne, "taskset", "chrt", "setarch", "choom", "prlimit", "setpriv");
    add(WrapCommands::namespace, "unshare", "nsenter");
    add(WrapCommands::chroot, "chroot");
    add(WrapCommands::runuser, "runuser");
    add(WrapCommands::mkfifo, "mkfifo", "mknod");
    add(WrapCommands::fallocate, "fallocate");
    add(AccountCommands::passwd, "passwd");
    add(AccountCommands::chpasswd, "chpasswd");
    add(PrivilegeCommands::sudo, "sudo");
    add(PrivilegeCommands::su, "su");
    add(ServiceCommands::reboot, "reboot", "shutdown", "halt", "poweroff");
    add(PermissionCommands::attributes, "chattr", "lsattr");
    add(Kubectl::run, "kubectl");
  }

  private Commands() {}

  /** What this package has to run, by name. */
  public static Map<String, Program> programs() {
    return Map.copyOf(TABLE);
  }

  private static void add(Program program, String... names) {
    for (String name : names) {
      TABLE.put(name, program);
    }
  }

  private static int done(io.honeypods.ssh.host.Task task, String text) {
    task.out(text);
    return 0;
  }
}
