package io.honeypods.ssh.command;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as people write them for {@code date -d}. */
final class Dates {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final String UNIT = "(sec|second|min|minute|hour|day|week|fortnight|month|year)s?";
  private static final Pattern STAMP = Pattern.compile("@(-?[0-9]{1,12})(?:\\.[0-9]+)?");
  private static final Pattern ISO =
      Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])t?");
  private static final Pattern AMERICAN =
      Pattern.compile("([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{4}))?(?![0-9])");
  private static final Pattern COMPACT = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})(?![0-9])");
  private static final Pattern TIME =
      Pattern.compile(
          "([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?(?: ?([ap])\\.?m\\.?)?");
  private static final Pattern HOUR = Pattern.compile("([0-9]{1,2}) ?([ap])\\.?m\\.?");
  private static final Pattern ZONE =
      Pattern.compile("(?:utc|gmt|z)(?![a-z])|([-+])([0-9]{2}):?([0-9]{2})?(?![0-9])");
  private static final Pattern SPAN =
      Pattern.compile("([-+]?) ?([0-9]{1,6})? ?" + UNIT + "(?![a-z])( ago)?");
  private static final Pattern BESIDE =
      Pattern.compile("(next|last|this) " + UNIT + "(?![a-z])( ago)?");
  private static final Pattern NAMED =
      Pattern.compile("(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?");
  private static final Pattern MONTH_DAY =
      Pattern.compile(NAMED.pattern() + " ([0-9]{1,2})(?![0-9:])(?:,? ([0-9]{4})(?![0-9:]))?");
  private static final Pattern DAY_MONTH =
      Pattern.compile("([0-9]{1,2})[ -]" + NAMED.pattern() + "(?:[ -]([0-9]{4})(?![0-9:]))?");
  private static final Pattern WEEKDAY =
      Pattern.compile("(?:(next|last|this) )?(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?");
  private static final Pattern WORD =
      Pattern.compile("(now|today|yesterday|tomorrow|midnight)(?![a-z])");

  private final String text;
  private final ZonedDateTime now;
  private int at;
  private @Nullable LocalDate date;
  private @Nullable LocalTime time;
  private long months;
  private long days;
  private Duration span = Duration.ZERO;
  private int offset;

  private Dates(String text, Instant now) {
    this.text = text;
    this.now = now.atZone(ZoneOffset.UTC);
  }

  /** The time that a text names; null where it is none we know. */
  static @Nullable Instant parse(String text, Instant now) {
    String lower = text.toLowerCase(Locale.ROOT).strip().replaceAll("[ \t]+", " ");
    var dates = new Dates(lower, now);
    try {
      Matcher stamp = STAMP.matcher(lower);
      if (stamp.lookingAt()) {
        dates.at = stamp.end();
        var named = Instant.ofEpochSecond(Long.parseLong(stamp.group(1))).atZone(ZoneOffset.UTC);
        dates.date = named.toLocalDate();
        dates.time = named.toLocalTime();
      }
      return dates.all() ? dates.sum() : null;
    } catch (DateTimeException _) {
      return null; // the caller says so
    }
  }

  private boolean all() {
    while (at < text.length()) {
      if (" ,".indexOf(text.charAt(at)) >= 0) {
        at++;
      } else if (!absolute() && !relative() && !zone()) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Matcher take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    matcher.useTransparentBounds(true);
    if (!matcher.lookingAt()) {
      return null;
    }
    at = matcher.end();
    return matcher;
  }

  private boolean absolute() {
    return clock() || numbers() || names();
  }

  private boolean clock() {
    Matcher found = take(TIME);
    if (found != null) {
      int second = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
      int nano =
          found.group(4) == null
              ? 0
              : Integer.parseInt((found.group(4) + "00000000").substring(0, 9));
      int hour = hour(found.group(1), found.group(5));
      time = LocalTime.of(hour, Integer.parseInt(found.group(2)), second, nano);
      return true;
    }
    found = take(HOUR);
    if (found != null) {
      time = LocalTime.of(hour(found.group(1), found.group(2)), 0);
    }
    return found != null;
  }

  private static int hour(String digits, @Nullable String half) {
    int hour = Integer.parseInt(digits);
    return half == null ? hour : hour % 12 + (half.equals("p") ? 12 : 0);
  }

  private boolean numbers() {
    Matcher found = take(ISO);
    found = found == null ? take(COMPACT) : found;
    if (found != null) {
      date = day(found.group(1), number(found.group(2)), found.group(3));
      return true;
    }
    found = take(AMERICAN);
    if (found != null) {
      date = day(found.group(3), number(found.group(1)), found.group(2));
    }
    return found != null;
  }

  private boolean names() {
    Matcher found = take(MONTH_DAY);
    if (found != null) {
      date = day(found.group(3), MONTHS.indexOf(found.group(1)) + 1, found.group(2));
      return true;
    }
    found = take(DAY_MONTH);
    if (found != null) {
      date = day(found.group(3), MONTHS.indexOf(found.group(2)) + 1, found.group(1));
    }
    return found != null;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private LocalDate day(@Nullable String year, int month, String day) {
    return LocalDate.of(year == null ? now.getYear() : number(year), month, number(day));
  }

  private boolean relative() {
    Matcher found = take(BESIDE);
    if (found != null) {
      long count = found.group(1).equals("next") ? 1 : found.group(1).equals("last") ? -1 : 0;
      add(found.group(3) == null ? count : -count, found.group(2));
      return true;
    }
    found = take(SPAN);
    if (found != null) {
      long count = found.group(2) == null ? 1 : number(found.group(2));
      boolean back = found.group(1).equals("-") != (found.group(4) != null);
      add(back ? -count : count, found.group(3));
      return true;
    }
    return word() || weekday();
  }

  private void add(long count, String unit) {
    switch (unit) {
      case "sec", "second" -> span = span.plusSeconds(count);
      case "min", "minute" -> span = span.plusMinutes(count);
      case "hour" -> span = span.plusHours(count);
      case "day" -> days += count;
      case "week" -> days += 7 * count;
      case "fortnight" -> days += 14 * count;
      case "month" -> months += count;
      default -> months += 12 * count;
    }
  }

  private boolean word() {
    Matcher found = take(WORD);
    if (found == null) {
      return false;
    }
    switch (found.group(1)) {
      case "yesterday" -> days--;
      case "tomorrow" -> days++;
      case "midnight" -> time = LocalTime.MIDNIGHT;
      default -> {} // now and today are
    }
    return true;
  }

  private boolean weekday() {
    Matcher found = take(WEEKDAY);
    if (found == null) {
      return false;
    }
    DayOfWeek wanted = DayOfWeek.of(DAYS.indexOf(found.group(2)) + 1);
    if (date == null) {
      LocalDate today = now.toLocalDate();
      int ahead = Math.floorMod(wanted.getValue() - today.getDayOfWeek().getValue(), 7);
      int more =
          "next".equals(found.group(1)) && ahead == 0 ? 7 : "last".equals(found.group(1)) ? -7 : 0;
      date = today.plusDays(ahead + more);
    }
    return true;
  }

  private boolean zone() {
    Matcher found = take(ZONE);
    if (found != null && found.group(1) != null) {
      int minutes = found.group(3) == null ? 0 : number(found.group(3));
      int seconds = (number(found.group(2)) * 60 + minutes) * 60;
      offset = found.group(1).equals("-") ? -seconds : seconds;
    }
    return found != null;
  }

  private Instant sum() {
    boolean named = date != null;
    LocalDate day = date == null ? now.toLocalDate() : date;
    LocalTime hour = time != null ? time : named ? LocalTime.MIDNIGHT : now.toLocalTime();
    YearMonth month = YearMonth.from(day).plusMonths(months);
    LocalDate moved = month.atDay(1).plusDays(day.getDayOfMonth() - 1L + days);
    return moved.atTime(hour).toInstant(ZoneOffset.UTC).plus(span).minusSeconds(offset);
  }
}
