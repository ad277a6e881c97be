package io.opentelemetry.javaagent.costspan.config;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One place where who pays may be read: {@code kind} or {@code kind:argument}. */
public final class SourceRow {

  /** What these hold opens doors; a claim of an accepted token is asked for as {@code claim:}. */
  private static final Set<String> SECRET_HEADERS =
      new HashSet<>(Arrays.asList("authorization", "proxy-authorization", "cookie", "set-cookie"));

  private final SourceKind kind;
  private final String argument;

  SourceRow(SourceKind kind, String argument) {
    this.kind = kind;
    this.argument = argument;
  }

  static @Nullable SourceRow parse(String text) {
    int colon = text.indexOf(':');
    SourceKind kind = SourceKind.parse(colon < 0 ? text : text.substring(0, colon));
    String argument = colon < 0 ? "" : text.substring(colon + 1).trim();
    return kind == null || !kind.takes(argument) ? null : new SourceRow(kind, argument);
  }

  public SourceKind kind() {
    return kind;
  }

  /** Empty when there is none. */
  public String argument() {
    return argument;
  }

  /** Why it cannot be used; null when it can. */
  @Nullable
  String problem() {
    switch (kind) {
      case HEADER:
      case MESSAGE_HEADER:
        return SECRET_HEADERS.contains(argument.toLowerCase(Locale.ROOT))
            ? "this header is never read"
            : null;
      case CALL:
        return isCallField() ? null : "it is none of the fields that are read of a call";
      case METHOD:
        return argument.matches("[0-9]{0,2}") ? null : "an argument has a number, from 0";
      default:
        return null;
    }
  }

  private boolean isCallField() {
    return argument.equals("user")
        || argument.equals("safety_identifier")
        || argument.matches("(metadata|requestMetadata)\\..{1,100}");
  }

  @Override
  public String toString() {
    return argument.isEmpty() ? kind.text() : kind.text() + ':' + argument;
  }
}
