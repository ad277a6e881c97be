package io.opentelemetry.javaagent.costspan.config;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What counts as a successful action of a feature: {@code copilot=POST /drafts/{id}/accept 2xx},
 * {@code copilot=event:draft.accepted}.
 */
public final class ActionRow {

  private static final Pattern WRITTEN = Pattern.compile("([^=,]{1,128})=\\s*(.+)");
  private static final Pattern ROUTE =
      Pattern.compile("([A-Za-z]{3,10}|\\*)\\s+(/\\S*)(?:\\s+([1-5])(xx|XX|\\d\\d))?");
  private static final Pattern EVENT = Pattern.compile("event:\\s*(\\S{1,255})");

  private static final int OK = 200;
  private static final int HUNDRED = 100;

  private final String text;
  private final String feature;
  private final @Nullable String method;
  private final @Nullable String route;
  private final @Nullable String event;
  private final int leastStatus;
  private final int mostStatus;

  private ActionRow(String text, String feature, Matcher route) {
    this.text = text;
    this.feature = feature;
    this.event = null;
    this.method = route.group(1).toUpperCase(Locale.ROOT);
    this.route = route.group(2);
    String digits = route.group(4);
    if (digits == null || digits.equalsIgnoreCase("xx")) {
      leastStatus = digits == null ? OK : Integer.parseInt(route.group(3)) * HUNDRED;
      mostStatus = leastStatus + HUNDRED - 1;
    } else {
      leastStatus = Integer.parseInt(route.group(3) + digits);
      mostStatus = leastStatus;
    }
  }

  private ActionRow(String text, String feature, String event) {
    this.text = text;
    this.feature = feature;
    this.event = event;
    this.method = null;
    this.route = null;
    this.leastStatus = 0;
    this.mostStatus = 0;
  }

  /** Null when the text is no such row. */
  static @Nullable ActionRow parse(String text) {
    Matcher parts = WRITTEN.matcher(text);
    if (!parts.matches() || parts.group(1).trim().isEmpty()) {
      return null;
    }
    String feature = parts.group(1).trim();
    String what = parts.group(2).trim();
    Matcher event = EVENT.matcher(what);
    if (event.matches()) {
      return new ActionRow(text, feature, event.group(1));
    }
    Matcher route = ROUTE.matcher(what);
    return route.matches() ? new ActionRow(text, feature, route) : null;
  }

  /** The feature whose cost the action is set against. */
  public String feature() {
    return feature;
  }

  /** Name of a log or span event; null when it is a request that counts. */
  public @Nullable String event() {
    return event;
  }

  /** Value of {@code http.route}; null when it is an event that counts. */
  public @Nullable String route() {
    return route;
  }

  /** HTTP method in upper case, {@code *} for any. */
  public @Nullable String method() {
    return method;
  }

  public int leastStatus() {
    return leastStatus;
  }

  public int mostStatus() {
    return mostStatus;
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
