package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;

/** Programs that tell about the machine. */
final class MachineCommands {
  private MachineCommands() {}

  static int lscpu(Task task) {
    task.out(
        "Architecture:            x86_64\n"
            + "  CPU op-mode(s):        32-bit, 64-bit\n"
            + "  Address sizes:         46 bits physical, 48 bits virtual\n"
            + "  Byte Order:            Little Endian\n"
            + "CPU(s):                  2\n"
            + "  On-line CPU(s) list:   0,1\n"
            + "Vendor ID:               GenuineIntel\n"
            + "  Model name:            Intel(R) Xeon(R) Platinum 8259CL CPU @ 2.50GHz\n"
            + "    CPU family:          6\n"
            + "    Model:               85\n"
            + "    Thread(s) per core:  2\n"
            + "    Core(s) per socket:  1\n"
            + "    Socket(s):           1\n"
            + "    Stepping:            7\n"
            + "    BogoMIPS:            4999.99\n"
            + "Virtualization features: \n"
            + "  Hypervisor vendor:     KVM\n"
            + "  Virtualization type:   full\n");
    return 0;
  }

  static int lsblk(Task task) {
    task.out(
        "NAME   MAJ:MIN RM SIZE RO TYPE MOUNTPOINTS\n"
            + "vda    254:0    0  40G  0 disk \n"
            + "`-vda1 254:1    0  39.9G  0 part /etc/resolv.conf\n"
            + "                                 /etc/hostname\n"
            + "                                 /dev/termination-log\n"
            + "                                 /etc/hosts\n");
    return 0;
  }

  static int mount(Task task) {
    if (!task.operands().isEmpty()) {
      String target = task.operands().getLast();
      return task.fail(
          task.user().isRoot() ? 32 : 1,
          task.name().equals("umount")
              ? target + ": must be superuser to unmount."
              : target + ": permission denied.");
    }
    for (String line : task.files().read("/proc/mounts").split("\n", -1)) {
      String[] f = line.split(" ", -1);
      task.out(f.length > 3 ? "%s on %s type %s (%s)%n".formatted(f[0], f[1], f[2], f[3]) : "");
    }
    return 0;
  }

  static int dmesg(Task task) {
    return task.fail(1, "read kernel buffer failed: Operation not permitted");
  }
}
