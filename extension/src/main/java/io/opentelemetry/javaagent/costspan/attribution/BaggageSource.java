package io.opentelemetry.javaagent.costspan.attribution;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** Baggage: what a gateway or an upstream service knows travels with the request. */
final class BaggageSource implements Source {

  private final String key;
  private final boolean trusted;

  /**
   * @param trusted false to ignore the entries that came into the process with what is served
   */
  BaggageSource(String key, boolean trusted) {
    this.key = key;
    this.trusted = trusted;
  }

  @Override
  public String name() {
    return "baggage:" + key;
  }

  @Override
  public @Nullable String read(Context context, @Nullable ServedRequest served, CallFields call) {
    Baggage baggage = Baggage.fromContextOrNull(context);
    boolean isLeft = baggage != null && served != null && served.isLeftBehind(baggage);
    String value = baggage == null || isLeft ? null : baggage.getEntryValue(key);
    boolean ignored = value != null
        && !trusted
        && served != null
        && value.equals(served.inboundBaggage().getEntryValue(key));
    return ignored ? null : value;
  }
}
