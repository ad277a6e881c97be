package io.opentelemetry.javaagent.costspan.call;

import org.jspecify.annotations.Nullable;

/** The headers of a message, as a tap finds them in its SDK. */
public interface HeaderLookup {

  /** The first value of a header, its name in any case; null when there is none. */
  @Nullable
  String first(String name);
}
