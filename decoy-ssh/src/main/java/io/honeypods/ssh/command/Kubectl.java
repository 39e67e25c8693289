package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code kubectl} of a service account that may do next to nothing. */
final class Kubectl {
  private static final String USER = "system:serviceaccount:default:bastion";

  private static final Set<String> ASKING =
      Set.of(
          "get",
          "describe",
          "delete",
          "logs",
          "exec",
          "create",
          "apply",
          "run",
          "edit",
          "top",
          "scale",
          "cp",
          "attach",
          "port-forward");
  private static final String RIGHTS =
      "Resources                                       Non-Resource URLs               "
          + "       Resource Names   Verbs\n"
          + "selfsubjectreviews.authentication.k8s.io        []                        "
          + "             []               [create]\n"
          + "selfsubjectaccessreviews.authorization.k8s.io   []                        "
          + "             []               [create]\n"
          + "selfsubjectrulesreviews.authorization.k8s.io    []                        "
          + "             []               [create]\n";
  private static final String SELF =
      "ATTRIBUTE   VALUE\nUsername    "
          + USER
          + "\n"
          + "Groups      [system:serviceaccounts system:serviceaccounts:default"
          + " system:authenticated]\n";

  private Kubectl() {}

  static int run(Task task) {
    var words = new ArrayList<String>();
    String namespace = "default";
    boolean everywhere = false;
    List<String> operands = task.operands();
    for (int i = 0; i < operands.size(); i++) {
      String word = operands.get(i);
      if ((word.equals("-n") || word.equals("--namespace")) && i + 1 < operands.size()) {
        namespace = operands.get(++i);
      } else if (word.startsWith("--namespace=")) {
        namespace = word.substring(12);
      } else if (word.equals("-A") || word.equals("--all-namespaces")) {
        everywhere = true;
      } else if (word.equals("--token")
          || word.equals("--server")
          || word.equals("-s")
          || word.equals("-o")
          || word.equals("-l")) {
        i++;
      } else if (!word.startsWith("-")) {
        words.add(word);
      }
    }
    if (words.isEmpty()) {
      task.out(
          "kubectl controls the Kubernetes cluster manager.\n\n"
              + " Find more information at: https://kubernetes.io/docs/reference/kubectl/\n");
      return 0;
    }
    return verb(task, words, namespace, everywhere);
  }

  private static int verb(Task task, List<String> words, String namespace, boolean everywhere) {
    String verb = words.getFirst();
    if (ASKING.contains(verb)) {
      task.machine().reports().outbound("kubectl", "10.96.0.1", 443);
      task.sleep(Duration.ofMillis(60));
      return denied(task, verb, words, namespace, everywhere);
    }
    return switch (verb) {
      case "version" -> {
        task.out("Client Version: v1.33.5\nKustomize Version: v5.6.0\nServer Version: v1.33.5\n");
        yield 0;
      }
      case "config" -> {
        config(task, words);
        yield 0;
      }
      case "auth" -> rights(task, words);
      case "cluster-info" -> {
        task.err(
            "\nTo further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.\n"
                + forbidden("services", "", "list", "kube-system", false));
        yield 1;
      }
      default -> {
        task.err("error: unknown command \"" + verb + "\" for \"kubectl\"\n");
        yield 1;
      }
    };
  }

  private static int rights(Task task, List<String> words) {
    boolean list = task.operands().contains("--list");
    boolean self = words.contains("whoami");
    task.out(list ? RIGHTS : self ? SELF : "no\n");
    return list || self ? 0 : 1;
  }

  private static void config(Task task, List<String> words) {
    if (words.contains("view")) {
      String path = task.user().home() + "/.kube/config";
      task.out(
          task.files().exists(path)
              ? task.files().read(path).replaceFirst("token: .*", "token: REDACTED")
              : "apiVersion: v1\n"
                  + "clusters: null\n"
                  + "contexts: null\n"
                  + "current-context: \"\"\n"
                  + "kind: Config\n"
                  + "preferences: {}\n"
                  + "users: null\n");
    } else if (words.contains("current-context")) {
      task.out("default\n");
    } else if (words.contains("get-contexts")) {
      task.out(
          "CURRENT   NAME      CLUSTER   AUTHINFO   NAMESPACE\n"
              + "*         default   default   bastion    default\n");
    }
  }

  private static int denied(
      Task task, String verb, List<String> words, String namespace, boolean everywhere) {
    boolean pods =
        List.of("logs", "exec", "cp", "attach", "port-forward", "run", "top").contains(verb);
    String kind = pods || words.size() < 2 ? "pods" : resource(words.get(1).split("/", 2)[0]);
    if (!pods && words.size() < 2) {
      task.err(
          "error: Required resource not specified.\n"
              + "Use \"kubectl explain <resource>\" for a detailed description of that resource"
              + " (e.g. kubectl explain pods).\n"
              + "See 'kubectl get -h' for help and examples\n");
      return 1;
    }
    String name =
        pods
            ? (words.size() > 1 ? words.get(1) : "")
            : words.size() > 2
                ? words.get(2)
                : words.size() > 1 && words.get(1).contains("/")
                    ? words.get(1).split("/", 2)[1]
                    : "";
    String action =
        switch (verb) {
          case "get", "describe", "top" -> name.isEmpty() || verb.equals("top") ? "list" : "get";
          case "logs", "exec", "cp", "attach", "port-forward", "edit", "scale" -> "get";
          case "delete" -> "delete";
          default -> "create";
        };
    boolean unscoped =
        List.of("nodes", "namespaces", "persistentvolumes").contains(kind) || everywhere;
    task.err(forbidden(kind, action.equals("list") ? "" : name, action, namespace, unscoped));
    return 1;
  }

  private static String forbidden(
      String kind, String name, String action, String namespace, boolean unscoped) {
    String group =
        kind.equals("deployments") || kind.equals("daemonsets")
            ? "apps"
            : kind.startsWith("clusterrole") || kind.startsWith("role")
                ? "rbac.authorization.k8s.io"
                : "";
    String full = group.isEmpty() ? kind : kind + "." + group;
    String scope = unscoped ? "at the cluster scope" : "in the namespace \"" + namespace + "\"";
    return "Error from server (Forbidden): %s%s is forbidden: User \"%s\" cannot %s resource \"%s\" in API group \"%s\" %s%n"
        .formatted(
            full, name.isEmpty() ? "" : " \"" + name + "\"", USER, action, kind, group, scope);
  }

  private static String resource(String word) {
    return switch (word) {
      case "po", "pod", "all" -> "pods";
      case "no", "node" -> "nodes";
      case "ns", "namespace" -> "namespaces";
      case "svc", "service" -> "services";
      case "secret" -> "secrets";
      case "cm", "configmap" -> "configmaps";
      case "deploy", "deployment" -> "deployments";
      case "sa", "serviceaccount" -> "serviceaccounts";
      case "ds", "daemonset" -> "daemonsets";
      default -> word;
    };
  }
}
