package io.opentelemetry.javaagent.costspan.attribution;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The named headers of what is about to be served: on their way from the propagator, which sees all
 * headers, to the {@link ServedRequest}, which begins a moment later.
 */
final class InboundHeaders {

  private static final ContextKey<InboundHeaders> KEY =
      ContextKey.named("costspan-inbound-headers");

  private final List<String> names;
  private final @Nullable String[] values;

  private InboundHeaders(List<String> names, @Nullable String[] values) {
    this.names = names;
    this.values = values;
  }

  /** The context that holds the named headers of the carrier, and no others. */
  static <C> Context keep(Context context, C carrier, TextMapGetter<C> getter, List<String> names) {
    @Nullable String[] values = null;
    for (int i = 0; i < names.size(); i++) {
      String value = PlainText.orNull(getter.get(carrier, names.get(i)));
      if (value != null) {
        values = values == null ? new String[names.size()] : values;
        values[i] = value;
      }
    }
    return values == null ? drop(context) : context.with(KEY, new InboundHeaders(names, values));
  }

  static @Nullable InboundHeaders in(Context context) {
    return context.get(KEY);
  }

  /** The context without them: what is served within it has headers of its own. */
  @SuppressWarnings("NullAway") // a context keeps a null as well as it keeps nothing
  static Context drop(Context context) {
    return context.get(KEY) == null ? context : context.with(KEY, null);
  }

  void offerTo(ServedRequest request, Fact kind) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        request.offer(kind, names.get(i), values[i]);
      }
    }
  }
}
