package io.honeypods.web;

/** How a connection stood when nothing more came. */
enum Ending {
  FIN,
  RESET,
  OPEN
}
