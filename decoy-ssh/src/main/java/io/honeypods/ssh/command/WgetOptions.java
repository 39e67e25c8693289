package io.honeypods.ssh.command;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@code wget} is asked for.
 *
 * @param output the file that everything goes into; empty for none such
 * @param seconds how long it waits for each try
 */
record WgetOptions(List<String> urls, boolean quiet, int tries, long seconds, String output) {
  private static final int USUAL_TRIES = 20;
  private static final int USUAL_SECONDS = 131;
  private static final String VALUED =
      "-[nc]?[OPTtoUaiQ]|-q?O|--(output-document|tries|timeout|user-agent|header|directory-prefix)";

  static WgetOptions of(List<String> words) {
    var urls = new ArrayList<String>();
    boolean quiet = false;
    int tries = USUAL_TRIES;
    long seconds = USUAL_SECONDS;
    String output = "";
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("-")) {
        urls.add(word);
        continue;
      }
      quiet |= word.equals("--quiet") || word.matches("-[a-zA-Z]*q.*");
      boolean separate = word.matches(VALUED) && i + 1 < words.size();
      String value = separate ? words.get(++i) : joined(word);
      if (word.startsWith("-t") || word.startsWith("--tries")) {
        tries = Math.max(1, Remote.number(value, USUAL_TRIES));
      } else if (word.startsWith("-T") || word.startsWith("--timeout")) {
        seconds = Math.min(seconds, Math.max(1, Remote.number(value, USUAL_SECONDS)));
      } else if (word.matches("-[a-zA-NP-Z]*O.*|--output-document.*")) {
        output = separate || word.contains("=") ? value : word.replaceFirst("^-[^O]*O", "");
      }
    }
    return new WgetOptions(urls, quiet, tries, seconds, output);
  }

  private static String joined(String word) {
    int equals = word.indexOf('=');
    return equals >= 0 ? word.substring(equals + 1) : word.length() > 2 ? word.substring(2) : "";
  }
}
