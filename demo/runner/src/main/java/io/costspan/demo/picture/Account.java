package io.costspan.demo.picture;

import io.costspan.testbed.otlp.Attributes;
import io.costspan.testbed.otlp.Received;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one place says was spent.
 *
 * @param name of the place
 * @param calls whether or not they cost anything
 * @param usdByModel by the model that was asked for; models without a price are not in it
 */
public record Account(String name, long calls, SortedMap<String, BigDecimal> usdByModel) {

  public static Account ofSpans(Received received) {
    Builder account = named("spans");
    received.spansOf(Names.SCOPE).forEach(span -> account.addCall(span.attributes()));
    return account.build();
  }

  public static Account ofEvents(Received received) {
    Builder account = named("ledger events");
    received.eventsNamed(Names.LEDGER_EVENT).forEach(event -> account.addCall(event.attributes()));
    return account.build();
  }

  public static Account ofMetrics(Received received) {
    Builder account = named("llm.cost");
    received
        .points(Names.REQUESTS)
        .forEach(point -> account.calls += point.sum().longValue());
    received
        .points(Names.COST)
        .forEach(point -> account.addUsd(
            point.attributes().string(Names.REQUEST_MODEL),
            Usd.exact(point.sum().doubleValue())));
    return account.build();
  }

  public static Builder named(String name) {
    return new Builder(name);
  }

  BigDecimal usd(String model) {
    return usdByModel.getOrDefault(model, BigDecimal.ZERO);
  }

  BigDecimal usd() {
    return usdByModel.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Adds up. */
  public static final class Builder {
    private final String name;
    private long calls;
    private final SortedMap<String, BigDecimal> usdByModel = new TreeMap<>();

    private Builder(String name) {
      this.name = name;
    }

    public void addCall() {
      calls++;
    }

    public void addUsd(String model, BigDecimal usd) {
      usdByModel.merge(model, usd, BigDecimal::add);
    }

    public Account build() {
      return new Account(name, calls, Collections.unmodifiableSortedMap(usdByModel));
    }

    private void addCall(Attributes attributes) {
      addCall();
      if (attributes.has(Names.AMOUNT)) {
        double usd = attributes.number(Names.AMOUNT);
        addUsd(attributes.string(Names.REQUEST_MODEL), Usd.exact(usd));
      }
    }
  }
}
