package io.opentelemetry.javaagent.costspan.price;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the hours at which a price has rates of their own. */
final class WindowReader {

  private static final List<String> WEEK =
      Arrays.asList("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  /** Calls look through all of them. */
  private static final int MAX_WINDOWS = 100;

  private static final int EVERY_DAY = 0x7f;
  private static final String SHAPE = "dd:dd-dd:dd";

  private WindowReader() {}

  static List<Window> read(JsonObject price) throws PriceBookException {
    if (!price.has("windows")) {
      return Collections.emptyList();
    }
    List<Window> windows = new ArrayList<>();
    JsonObject json = price.object("windows");
    if (json.names().size() > MAX_WINDOWS) {
      throw price.problem("windows", "has more than " + MAX_WINDOWS + " windows");
    }
    for (String name : json.names()) {
      windows.add(window(name, json.object(name)));
    }
    return Collections.unmodifiableList(windows);
  }

  private static Window window(String name, JsonObject json) throws PriceBookException {
    json.requireOnly("days", "utc", "except");
    return new Window(name, days(json), minutes(json), except(json));
  }

  private static int days(JsonObject window) throws PriceBookException {
    if (!window.has("days")) {
      return EVERY_DAY;
    }
    int days = 0;
    for (String day : window.texts("days")) {
      int index = WEEK.indexOf(day);
      if (index < 0) {
        throw window.problem("days", "has " + day + ", which is none of " + WEEK);
      }
      days |= 1 << index;
    }
    return days;
  }

  private static int[] minutes(JsonObject window) throws PriceBookException {
    List<String> spans = window.texts("utc");
    if (spans.isEmpty()) {
      throw window.problem("utc", "has no hours in it");
    }
    if (spans.size() > MAX_WINDOWS) {
      throw window.problem("utc", "has more than " + MAX_WINDOWS + " spans");
    }
    int[] minutes = new int[2 * spans.size()];
    for (int i = 0; i < spans.size(); i++) {
      String span = spans.get(i);
      if (!isSpan(span)) {
        throw window.problem("utc", "has " + span + ", which is not like 01:00-04:30");
      }
      minutes[2 * i] = minute(span, 0);
      minutes[2 * i + 1] = minute(span, 6);
    }
    return minutes;
  }

  private static boolean isSpan(String span) {
    if (span.length() != SHAPE.length()) {
      return false;
    }
    for (int i = 0; i < SHAPE.length(); i++) {
      char c = span.charAt(i);
      if (SHAPE.charAt(i) == 'd' ? c < '0' || c > '9' : c != SHAPE.charAt(i)) {
        return false;
      }
    }
    return isTime(span, 0, 23) && (isTime(span, 6, 23) || span.endsWith("24:00"));
  }

  private static boolean isTime(String span, int at, int maxHour) {
    return twoDigits(span, at) <= maxHour && twoDigits(span, at + 3) <= 59;
  }

  private static int minute(String span, int at) {
    return 60 * twoDigits(span, at) + twoDigits(span, at + 3);
  }

  private static int twoDigits(String span, int at) {
    return 10 * (span.charAt(at) - '0') + span.charAt(at + 1) - '0';
  }

  private static Set<Long> except(JsonObject window) throws PriceBookException {
    if (!window.has("except")) {
      return Collections.emptySet();
    }
    Set<Long> days = new HashSet<>();
    for (String day : window.texts("except")) {
      days.add(window.dayIn("except", day).toEpochDay());
    }
    return Collections.unmodifiableSet(days);
  }
}
