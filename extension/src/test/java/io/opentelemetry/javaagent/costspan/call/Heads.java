package io.opentelemetry.javaagent.costspan.call;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Heads of responses. */
final class Heads {

  private Heads() {}

  static HeaderLookup of(@Nullable String contentType) {
    return of(contentType, null);
  }

  static HeaderLookup of(@Nullable String contentType, @Nullable String reportedUsd) {
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", contentType);
    headers.put("x-litellm-response-cost", reportedUsd);
    return of(headers);
  }

  static HeaderLookup of(Map<String, String> headers) {
    Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(headers);
    return byName::get;
  }
}
