package io.opentelemetry.javaagent.costspan.attribution;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sees the headers of every request and message that any of the agent's instrumentations receives,
 * and keeps those that the settings name. Nothing is recorded and nothing is sent. Thread-safe,
 * never throws.
 */
public final class HeaderPropagator implements TextMapPropagator {

  private final Consumer<Throwable> failed;

  /**
   * @param failed told what is not thrown
   */
  public HeaderPropagator(Consumer<Throwable> failed) {
    this.failed = failed;
  }

  /** None: whoever copies the propagated fields is not to copy these. */
  @Override
  public Collection<String> fields() {
    return Collections.emptyList();
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {}

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    NamedFacts named = NamedFacts.inForce();
    List<String> names = named.headers();
    if (names.isEmpty() || carrier == null) {
      return context;
    }
    try {
      Context extracted = InboundHeaders.keep(context, carrier, getter, names);
      if (context == Context.root() && named.has(Fact.MESSAGE_HEADER)) {
        LinkedHeaders.keep(carrier, extracted);
      }
      return extracted;
    } catch (Throwable t) {
      failed.accept(t);
      return context;
    }
  }
}
