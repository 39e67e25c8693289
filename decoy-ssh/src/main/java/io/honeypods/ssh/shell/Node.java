package io.honeypods.ssh.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command as it was parsed. */
sealed interface Node {

  /**
   * {@code name=value command words}.
   *
   * @param declared arrays that the command makes, which get their elements behind it
   */
  record Simple(
      List<Assignment> assignments,
      List<Word> words,
      List<Redirection> redirections,
      List<Assignment> declared,
      int line)
      implements Node {
    public Simple {
      assignments = List.copyOf(assignments);
      words = List.copyOf(words);
      redirections = List.copyOf(redirections);
      declared = List.copyOf(declared);
    }
  }

  /**
   * {@code name[index]=value}.
   *
   * @param elements what an array is made of; null for a plain value
   */
  record Assignment(
      String name, @Nullable Word index, boolean adds, Word value, @Nullable List<Word> elements) {}

  /** A compound command with redirections of its own. */
  record Redirected(Node body, List<Redirection> redirections) implements Node {}

  /** {@code a | b}; {@code negated} for {@code !}, {@code timed} where it is measured. */
  record Pipeline(List<Node> stages, boolean negated, boolean timed) implements Node {
    public Pipeline {
      stages = List.copyOf(stages);
    }
  }

  /** {@code a && b} or {@code a || b}. */
  record Either(Node first, boolean and, Node second) implements Node {}

  /** Commands one after the other. */
  record Sequence(List<Node> nodes) implements Node {
    public Sequence {
      nodes = List.copyOf(nodes);
    }
  }

  /** {@code a &}, with its text for the list of jobs. */
  record Background(Node body, String text) implements Node {}

  record Subshell(Node body) implements Node {}

  /** {@code if}; {@code otherwise} is null where there is no else. */
  record If(Node condition, Node then, @Nullable Node otherwise) implements Node {}

  /** {@code while}, or {@code until}. */
  record Loop(Node condition, boolean until, Node body) implements Node {}

  /** {@code for name in words}; null words stand for the arguments. */
  record For(String name, @Nullable List<Word> words, Node body) implements Node {}

  /** {@code for ((a; b; c))}. */
  record Count(Word first, Word condition, Word next, Node body) implements Node {}

  record Case(Word subject, List<Branch> branches) implements Node {
    public Case {
      branches = List.copyOf(branches);
    }
  }

  /** Patterns of a case, what is done, and what comes then. */
  record Branch(List<Word> patterns, Node body, After after) {}

  /** What follows a branch: nothing, the next branch, or those that match too. */
  enum After {
    END,
    FALL,
    RETEST
  }

  /** {@code select name in words}. */
  record Select(String name, @Nullable List<Word> words, Node body) implements Node {}

  record Function(String name, Node body) implements Node {}

  /** {@code ((expression))}. */
  record Sum(Word expression) implements Node {}

  /** {@code [[ … ]]}. */
  record Condition(List<Word> words) implements Node {}

  /**
   * {@code fd op target}.
   *
   * @param text a here-document's body, else null
   */
  record Redirection(int descriptor, String operator, Word target, @Nullable Word text) {}
}
