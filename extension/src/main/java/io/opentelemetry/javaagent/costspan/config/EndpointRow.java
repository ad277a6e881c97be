package io.opentelemetry.javaagent.costspan.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A provider, or a gateway to one, that its host does not tell: {@code pattern=provider/format}. */
public final class EndpointRow {

  private static final Pattern WRITTEN =
      Pattern.compile("([^=\\s]+)=([A-Za-z][A-Za-z0-9._-]*)(?:/([a-z_]+\\.[a-z_]+))?");

  private final String pattern;
  private final String provider;
  private final @Nullable String format;

  private EndpointRow(String pattern, String provider, @Nullable String format) {
    this.pattern = pattern;
    this.provider = provider;
    this.format = format;
  }

  static @Nullable EndpointRow parse(String text) {
    Matcher parts = WRITTEN.matcher(text);
    return parts.matches() ? new EndpointRow(parts.group(1), parts.group(2), parts.group(3)) : null;
  }

  /** The beginning of a URL, with {@code *} for anything. */
  public String pattern() {
    return pattern;
  }

  /** Value of {@code gen_ai.provider.name}. */
  public String provider() {
    return provider;
  }

  /** Name of the wire format that is spoken there; null when the paths tell. */
  public @Nullable String format() {
    return format;
  }

  /** As it would be written. */
  @Override
  public String toString() {
    return pattern + '=' + provider + (format == null ? "" : '/' + format);
  }
}
