package io.opentelemetry.javaagent.costspan.config;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What counts as a successful action of a feature: {@code copilot=POST /drafts/{id}/accept 2xx},
 * {@code copilot=com.acme.Drafts#accept}, {@code copilot=event:draft.accepted}.
 */
public final class ActionRow {

  /** What happens when an action does. */
  public enum Kind {
    REQUEST,
    METHOD,
    EVENT
  }

  private static final Pattern WRITTEN = Pattern.compile("([^=,]{1,128})=\\s*(.+)");
  private static final Pattern REQUEST =
      Pattern.compile("([A-Za-z]{3,10}|\\*)\\s+(/\\S*)(?:\\s+([1-5](?:xx|XX|\\d\\d)))?");
  private static final Pattern METHOD =
      Pattern.compile("(" + MethodRow.CLASS + ")#(" + MethodRow.NAME + ")");
  private static final Pattern EVENT = Pattern.compile("event:\\s*(\\S{1,255})");

  private final String text;
  private final String feature;
  private final Kind kind;
  private final Matcher parts;

  private ActionRow(String text, String feature, Kind kind, Matcher parts) {
    this.text = text;
    this.feature = feature;
    this.kind = kind;
    this.parts = parts;
  }

  /** Null when the text is no such row. */
  static @Nullable ActionRow parse(String text) {
    Matcher halves = WRITTEN.matcher(text);
    if (!halves.matches() || halves.group(1).trim().isEmpty()) {
      return null;
    }
    String feature = halves.group(1).trim();
    String what = halves.group(2).trim();
    for (Kind kind : Kind.values()) {
      Matcher parts = pattern(kind).matcher(what);
      if (parts.matches()) {
        return new ActionRow(text, feature, kind, parts);
      }
    }
    return null;
  }

  private static Pattern pattern(Kind kind) {
    switch (kind) {
      case REQUEST:
        return REQUEST;
      case METHOD:
        return METHOD;
      default:
        return EVENT;
    }
  }

  /** The feature whose cost the action is set against. */
  public String feature() {
    return feature;
  }

  public Kind kind() {
    return kind;
  }

  /** Name of a log or span event. */
  public String event() {
    return part(Kind.EVENT, 1);
  }

  /** The class that has the method's code; a nested one with a dollar. */
  public String className() {
    return part(Kind.METHOD, 1);
  }

  /** All methods of the class that are called so. */
  public String methodName() {
    return part(Kind.METHOD, 2);
  }

  /** HTTP method in upper case, {@code *} for any. */
  public String httpMethod() {
    return part(Kind.REQUEST, 1).toUpperCase(Locale.ROOT);
  }

  /** Value of {@code http.route}. */
  public String route() {
    return part(Kind.REQUEST, 2);
  }

  public int leastStatus() {
    return Integer.parseInt(status().replace("xx", "00"));
  }

  public int mostStatus() {
    return Integer.parseInt(status().replace("xx", "99"));
  }

  private String status() {
    String status = parts.group(3);
    return status == null ? "2xx" : status.toLowerCase(Locale.ROOT);
  }

  private String part(Kind of, int group) {
    if (kind != of) {
      throw new IllegalStateException("no " + of + ": " + text);
    }
    return parts.group(group);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
