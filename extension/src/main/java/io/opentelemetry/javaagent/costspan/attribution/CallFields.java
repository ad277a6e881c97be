package io.opentelemetry.javaagent.costspan.attribution;

import org.jspecify.annotations.Nullable;

/** What a call itself says, by the name of the field in its request. */
public interface CallFields {

  /** Of something that is no call. */
  CallFields NONE = field -> null;

  /**
   * @param name {@code user}, {@code metadata.team}
   */
  @Nullable
  String field(String name);
}
