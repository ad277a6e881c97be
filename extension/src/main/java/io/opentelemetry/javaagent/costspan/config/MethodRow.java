package io.opentelemetry.javaagent.costspan.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A method of the application that is a feature: {@code com.acme.Copilot#draft=copilot}, with the
 * argument that is the tenant {@code com.acme.Jobs#run(0)=nightly}.
 */
public final class MethodRow {

  /** Of a row that names no argument. */
  public static final int NO_ARGUMENT = -1;

  static final String NAME = "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*";
  static final String CLASS = NAME + "(?:\\." + NAME + ")*";

  private static final Pattern WRITTEN =
      Pattern.compile("(" + CLASS + ")#(" + NAME + ")(?:\\((\\d{1,2})\\))?\\s*=\\s*([^=]{1,128})");

  private final String className;
  private final String method;
  private final int tenantArgument;
  private final String feature;

  private MethodRow(Matcher parts) {
    this.className = parts.group(1);
    this.method = parts.group(2);
    this.tenantArgument = parts.group(3) == null ? NO_ARGUMENT : Integer.parseInt(parts.group(3));
    this.feature = parts.group(4).trim();
  }

  /** Null when the text is no such row. */
  static @Nullable MethodRow parse(String text) {
    Matcher parts = WRITTEN.matcher(text);
    return parts.matches() && !parts.group(4).trim().isEmpty() ? new MethodRow(parts) : null;
  }

  /** The class that has the method's code; a nested one with a dollar. */
  public String className() {
    return className;
  }

  /** All methods of the class that are called so. */
  public String method() {
    return method;
  }

  /** From 0, or {@link #NO_ARGUMENT}. */
  public int tenantArgument() {
    return tenantArgument;
  }

  public String feature() {
    return feature;
  }

  /** As it would be written. */
  @Override
  public String toString() {
    String argument = tenantArgument == NO_ARGUMENT ? "" : "(" + tenantArgument + ")";
    return className + "#" + method + argument + "=" + feature;
  }
}
