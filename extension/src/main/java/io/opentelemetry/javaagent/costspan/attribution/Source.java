package io.opentelemetry.javaagent.costspan.attribution;

import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** One place where it may be written who pays. Thread-safe. */
public interface Source {

  /** As the settings spell it: {@code header:X-Tenant-Id}. */
  String name();

  /**
   * What is written there for a call, of any length and content; null when nothing is. Asked on the
   * application's threads: it allocates nothing if it can.
   *
   * @param served what is known about the request that is being served in the context, if any
   */
  @Nullable
  String read(Context context, @Nullable ServedRequest served, CallFields call);

  /** Names what has to be known about served requests for this. */
  default void nameFacts(NamedFacts.Builder named) {}
}
