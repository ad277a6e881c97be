package io.opentelemetry.javaagent.costspan.price;

import java.util.Set;

/** Hours of the week, in UTC, at which a provider has other rates. Immutable. */
final class Window {

  private static final String WEEK = "MTWTFSS";

  private static final long SECONDS_PER_DAY = 86_400;

  private final String name;
  private final int days;
  private final int[] minutes;
  private final Set<Long> exceptEpochDays;

  /**
   * @param days bit 0 for Monday to bit 6 for Sunday
   * @param minutes of the day, in pairs: from, inclusive, and until, exclusive; an until that is not
   *     after its from is on the next day
   * @param exceptEpochDays days since 1970-01-01 on which the window is closed
   */
  Window(String name, int days, int[] minutes, Set<Long> exceptEpochDays) {
    this.name = name;
    this.days = days;
    this.minutes = minutes;
    this.exceptEpochDays = exceptEpochDays;
  }

  String name() {
    return name;
  }

  /** Whether the window is open; the weekday is that of the instant, also past midnight. */
  boolean isOpenAt(long epochSecond) {
    long day = Math.floorDiv(epochSecond, SECONDS_PER_DAY);
    int weekday = (int) Math.floorMod(day + 3, 7L); // 1970-01-01 was a Thursday
    return (days & 1 << weekday) != 0
        && hasMinute((int) (Math.floorMod(epochSecond, SECONDS_PER_DAY) / 60))
        && (exceptEpochDays.isEmpty() || !exceptEpochDays.contains(day));
  }

  private boolean hasMinute(int minute) {
    for (int i = 0; i < minutes.length; i += 2) {
      int from = minutes[i];
      int until = minutes[i + 1];
      if (from < until ? from <= minute && minute < until : from <= minute || minute < until) {
        return true;
      }
    }
    return false;
  }

  /** As people write it: days, hours and exceptions. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int day = 0; day < 7; day++) {
      text.append((days & 1 << day) != 0 ? WEEK.charAt(day) : '-');
    }
    for (int i = 0; i < minutes.length; i += 2) {
      text.append(i == 0 ? " " : ", ")
          .append(time(minutes[i]))
          .append('-')
          .append(time(minutes[i + 1]));
    }
    return exceptEpochDays.isEmpty()
        ? text.toString()
        : text + " but " + exceptEpochDays.size() + " days";
  }

  private static String time(int minute) {
    return "" + minute / 600 + minute / 60 % 10 + ':' + minute % 60 / 10 + minute % 10;
  }
}
