package io.honeypods.decoy.event;

/** The alert that an event raises. */
public enum AlertName {
  FAKE_SVC("honeypod.fake.svc"),
  IP_ENUM("honeypod.ip.enum"),
  NETWORK_SSH("honeypod.network.ssh"),
  PORT_SCAN("honeypod.port.scan"),
  VULN_SVC("honeypod.vuln.svc"),
  PLANTED_CREDENTIAL("honeypod.credential.planted"),
  ADMIN_ACCESS("honeypod.admin.access");

  private final String id;

  AlertName(String id) {
    this.id = id;
  }

  /** The name as operators know it, such as {@code honeypod.fake.svc}. */
  public String id() {
    return id;
  }
}
