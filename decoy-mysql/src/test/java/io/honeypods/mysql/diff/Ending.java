package io.honeypods.mysql.diff;

/** How a connection stood when nothing more came. */
enum Ending {
  FIN,
  RESET,
  OPEN
}
