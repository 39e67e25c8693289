package io.honeypods.decoy.event;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A technique of <a href="https://attack.mitre.org/">MITRE ATT&amp;CK</a> (v19), with the tactic it
 * serves inside a cluster.
 */
public enum Technique {
  REMOTE_SYSTEM_DISCOVERY("T1018", "Remote System Discovery", Tactic.DISCOVERY),
  NETWORK_SERVICE_DISCOVERY("T1046", "Network Service Discovery", Tactic.DISCOVERY),
  CONTAINER_DISCOVERY("T1613", "Container and Resource Discovery", Tactic.DISCOVERY),
  FILE_DISCOVERY("T1083", "File and Directory Discovery", Tactic.DISCOVERY),
  SYSTEM_INFORMATION_DISCOVERY("T1082", "System Information Discovery", Tactic.DISCOVERY),
  ACCOUNT_DISCOVERY("T1087", "Account Discovery", Tactic.DISCOVERY),
  PERMISSION_DISCOVERY("T1069", "Permission Groups Discovery", Tactic.DISCOVERY),
  VULNERABILITY_SCANNING(
      "T1595.002", "Active Scanning: Vulnerability Scanning", Tactic.RECONNAISSANCE),
  WORDLIST_SCANNING("T1595.003", "Active Scanning: Wordlist Scanning", Tactic.RECONNAISSANCE),
  EXPLOIT_PUBLIC_FACING("T1190", "Exploit Public-Facing Application", Tactic.INITIAL_ACCESS),
  EXPLOIT_REMOTE_SERVICE("T1210", "Exploitation of Remote Services", Tactic.LATERAL_MOVEMENT),
  REMOTE_SERVICE_SSH("T1021.004", "Remote Services: SSH", Tactic.LATERAL_MOVEMENT),
  PASSWORD_GUESSING("T1110.001", "Brute Force: Password Guessing", Tactic.CREDENTIAL_ACCESS),
  PASSWORD_SPRAYING("T1110.003", "Brute Force: Password Spraying", Tactic.CREDENTIAL_ACCESS),
  CREDENTIALS_IN_FILES(
      "T1552.001", "Unsecured Credentials: Credentials In Files", Tactic.CREDENTIAL_ACCESS),
  CLOUD_METADATA(
      "T1552.005", "Unsecured Credentials: Cloud Instance Metadata API", Tactic.CREDENTIAL_ACCESS),
  CONTAINER_API("T1552.007", "Unsecured Credentials: Container API", Tactic.CREDENTIAL_ACCESS),
  PASSWORD_STORES("T1555", "Credentials from Password Stores", Tactic.CREDENTIAL_ACCESS),
  PASSWD_AND_SHADOW(
      "T1003.008", "OS Credential Dumping: /etc/passwd and /etc/shadow", Tactic.CREDENTIAL_ACCESS),
  VALID_ACCOUNTS("T1078", "Valid Accounts", Tactic.INITIAL_ACCESS),
  DEFAULT_ACCOUNTS("T1078.001", "Valid Accounts: Default Accounts", Tactic.INITIAL_ACCESS),
  COMMAND_INTERPRETER("T1059", "Command and Scripting Interpreter", Tactic.EXECUTION),
  UNIX_SHELL("T1059.004", "Command and Scripting Interpreter: Unix Shell", Tactic.EXECUTION),
  CONTAINER_ADMINISTRATION("T1609", "Container Administration Command", Tactic.EXECUTION),
  SQL_STORED_PROCEDURES(
      "T1505.001", "Server Software Component: SQL Stored Procedures", Tactic.PERSISTENCE),
  WEB_SHELL("T1505.003", "Server Software Component: Web Shell", Tactic.PERSISTENCE),
  SCHEDULED_TASK("T1053", "Scheduled Task/Job", Tactic.PERSISTENCE),
  CREATE_ACCOUNT("T1136", "Create Account", Tactic.PERSISTENCE),
  ACCOUNT_MANIPULATION("T1098", "Account Manipulation", Tactic.PERSISTENCE),
  SSH_AUTHORIZED_KEYS("T1098.004", "Account Manipulation: SSH Authorized Keys", Tactic.PERSISTENCE),
  SUDO("T1548.003", "Abuse Elevation Control Mechanism: Sudo and Sudo Caching", Tactic.ESCALATION),
  CLEAR_COMMAND_HISTORY("T1070.003", "Indicator Removal: Clear Command History", Tactic.STEALTH),
  INGRESS_TOOL_TRANSFER("T1105", "Ingress Tool Transfer", Tactic.COMMAND_AND_CONTROL),
  PROXY("T1090", "Proxy", Tactic.COMMAND_AND_CONTROL),
  PROTOCOL_TUNNELING("T1572", "Protocol Tunneling", Tactic.COMMAND_AND_CONTROL),
  DATA_FROM_LOCAL_SYSTEM("T1005", "Data from Local System", Tactic.COLLECTION),
  DATA_FROM_REPOSITORIES("T1213", "Data from Information Repositories", Tactic.COLLECTION),
  DATA_FROM_DATABASES(
      "T1213.006", "Data from Information Repositories: Databases", Tactic.COLLECTION),
  COMPUTE_HIJACKING("T1496.001", "Resource Hijacking: Compute Hijacking", Tactic.IMPACT),
  ENDPOINT_DENIAL_OF_SERVICE("T1499", "Endpoint Denial of Service", Tactic.IMPACT),
  DATA_DESTRUCTION("T1485", "Data Destruction", Tactic.IMPACT),
  STORED_DATA_MANIPULATION(
      "T1565.001", "Data Manipulation: Stored Data Manipulation", Tactic.IMPACT),
  SERVICE_STOP("T1489", "Service Stop", Tactic.IMPACT),
  INHIBIT_RECOVERY("T1490", "Inhibit System Recovery", Tactic.IMPACT),
  FINANCIAL_THEFT("T1657", "Financial Theft", Tactic.IMPACT);

  private static final Map<String, Technique> BY_ID =
      Arrays.stream(values()).collect(Collectors.toMap(Technique::id, Function.identity()));

  private final String id;
  private final String title;
  private final Tactic tactic;

  Technique(String id, String title, Tactic tactic) {
    this.id = id;
    this.title = title;
    this.tactic = tactic;
  }

  /** The technique with this ATT&amp;CK id, or null. */
  public static @Nullable Technique byId(String id) {
    return BY_ID.get(id);
  }

  public String id() {
    return id;
  }

  public String title() {
    return title;
  }

  public Tactic tactic() {
    return tactic;
  }

  /** The id of the technique itself: T1110 for the sub-technique T1110.001. */
  public String parentId() {
    int dot = id.indexOf('.');
    return dot < 0 ? id : id.substring(0, dot);
  }

  /** The title of the technique itself: what stands before the colon of a sub-technique's. */
  public String parentTitle() {
    int colon = title.indexOf(": ");
    return isSubtechnique() && colon >= 0 ? title.substring(0, colon) : title;
  }

  public boolean isSubtechnique() {
    return id.indexOf('.') >= 0;
  }

  /** Why an adversary does it: a tactic of ATT&amp;CK. */
  public enum Tactic {
    RECONNAISSANCE("TA0043", "Reconnaissance"),
    INITIAL_ACCESS("TA0001", "Initial Access"),
    EXECUTION("TA0002", "Execution"),
    PERSISTENCE("TA0003", "Persistence"),
    ESCALATION("TA0004", "Privilege Escalation"),
    STEALTH("TA0005", "Stealth"),
    CREDENTIAL_ACCESS("TA0006", "Credential Access"),
    DISCOVERY("TA0007", "Discovery"),
    LATERAL_MOVEMENT("TA0008", "Lateral Movement"),
    COLLECTION("TA0009", "Collection"),
    COMMAND_AND_CONTROL("TA0011", "Command and Control"),
    IMPACT("TA0040", "Impact");

    private final String id;
    private final String title;

    Tactic(String id, String title) {
      this.id = id;
      this.title = title;
    }

    public String id() {
      return id;
    }

    public String title() {
      return title;
    }
  }
}
