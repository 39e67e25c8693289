package io.honeypods.testkit;

import io.honeypods.decoy.event.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Plays the peer's part of a transcript and writes down what comes of it. */
final class TranscriptPlayer<I, O> {
  private static final String SAYS = "C: ";
  private static final String DOES = "C! ";
  private static final String WAITS = "waits ";

  private final Play<I, O> play;
  private final Fragments fragments;
  private final List<String> lines = new ArrayList<>();
  private int replies;
  private int delays;
  private int events;
  private boolean ended;

  TranscriptPlayer(Play<I, O> play, Fragments fragments) {
    this.play = play;
    this.fragments = fragments;
  }

  /** The session as it went, in the lines of a transcript. */
  List<String> lines() {
    return lines;
  }

  Outcome outcome() {
    return play.outcome();
  }

  void play(List<String> script) {
    answers();
    var said = new StringBuilder();
    for (String line : script) {
      if (line.startsWith(SAYS)) {
        lines.add(line);
        said.append(line, SAYS.length(), line.length());
      } else {
        say(said);
        if (line.startsWith(DOES)) {
          act(line.substring(DOES.length()));
        }
      }
    }
    say(said);
    if (!play.isOver()) {
      throw new IllegalStateException(
          "still open at the end (expected C! leaves), so far:\n" + String.join("\n", lines));
    }
  }

  private void say(StringBuilder said) {
    if (!said.isEmpty()) {
      fragments.of(Escapes.decode(said.toString())).forEach(play::send);
      said.setLength(0);
      answers();
    }
  }

  private void act(String what) {
    if (what.startsWith(WAITS)) {
      lines.add(DOES + WAITS + text(play.patience() == null ? Duration.ZERO : play.patience()));
      play.timeOut();
    } else {
      lines.add(DOES + what);
      switch (what) {
        case "finishes" -> play.finish();
        case "leaves" -> play.leave();
        default -> throw new IllegalArgumentException(DOES + what + " (expected a known act)");
      }
    }
    answers();
  }

  private void answers() {
    var sent = new StringBuilder();
    List<Bytes> all = play.replies();
    all.subList(replies, all.size()).forEach(reply -> sent.append(reply.latin1()));
    replies = all.size();
    for (String line : sent.toString().split("(?<=\n)", -1)) {
      if (!line.isEmpty()) {
        lines.add("S: " + Escapes.encode(Bytes.ofLatin1(line)));
      }
    }
    play.delays().stream().skip(delays).forEach(delay -> lines.add("S! delays " + text(delay)));
    delays = play.delays().size();
    play.events().stream().skip(events).forEach(event -> lines.add("E: " + EventLine.of(event)));
    events = play.events().size();
    ending();
  }

  private void ending() {
    if (!ended) {
      switch (play.ending()) {
        case NONE -> {}
        case HANG_UP -> lines.add("S! hangs up");
        case LINGER, HALF_CLOSE -> lines.add("S! lingers");
        case RESET -> lines.add("S! resets");
      }
      ended = play.isOver();
    }
  }

  private static String text(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
  }
}
