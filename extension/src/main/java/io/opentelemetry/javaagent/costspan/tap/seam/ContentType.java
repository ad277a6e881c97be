package io.opentelemetry.javaagent.costspan.tap.seam;

import org.jspecify.annotations.Nullable;

/** What the value of a Content-Type header says. */
public final class ContentType {

  private static final String JSON = "application/json";

  private ContentType() {}

  /** Whether a body is JSON, by the value of its Content-Type; false when there is none. */
  public static boolean isJson(@Nullable String contentType) {
    return contentType != null && contentType.regionMatches(true, 0, JSON, 0, JSON.length());
  }
}
