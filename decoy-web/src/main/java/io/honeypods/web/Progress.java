package io.honeypods.web;

/** How far a line is after one more byte. */
enum Progress {
  /** It goes on. */
  MORE,
  /** It is complete. */
  LINE,
  /** It was the empty line that ends the headers. */
  END,
  /** The byte is not allowed there. */
  BAD,
  /** It names a version of HTTP that is not served. */
  BAD_VERSION
}
