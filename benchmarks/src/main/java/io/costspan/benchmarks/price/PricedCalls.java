package io.costspan.benchmarks.price;

import io.opentelemetry.javaagent.costspan.price.BilledCall;
import io.opentelemetry.javaagent.costspan.price.PriceBook;
import io.opentelemetry.javaagent.costspan.price.Quote;
import io.opentelemetry.javaagent.costspan.usage.BillingTerms;
import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import java.time.Instant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * From usage to cost, in a JVM that has priced the model before. The usage is there already: it is
 * the decoder's work. The ids are not the book's own strings, but their hashes are known; the hash
 * of an id that was just read takes about half a nanosecond a letter more.
 */
@State(Scope.Thread)
public class PricedCalls {

  private static final Instant AT = Instant.parse("2026-11-28T12:00:00Z");

  private final PriceBook book = PriceBook.bundled();
  private final BillingTerms terms = BillingTerms.of("default", null, null);
  private final BillingTerms inRegion = BillingTerms.of("standard", null, "us");

  private final Usage chat = Usage.builder()
      .set(Count.INPUT, 1_200)
      .set(Count.CACHE_READ, 1_024)
      .set(Count.OUTPUT, 80)
      .build(UsageStatus.MEASURED);

  private final Usage cachedWithSearch = Usage.builder()
      .set(Count.INPUT, 30_000)
      .set(Count.CACHE_READ, 20_000)
      .set(Count.CACHE_WRITE, 3_000)
      .set(Count.CACHE_WRITE_1H, 1_000)
      .set(Count.OUTPUT, 500)
      .set(Count.WEB_SEARCHES, 2)
      .build(UsageStatus.MEASURED);

  @Benchmark
  public Quote exactId() {
    return book.quote(BilledCall.of("openai", "gpt-4.1-mini", "gpt-4.1-mini", chat, terms, AT));
  }

  @Benchmark
  public Quote datedSnapshot() {
    return book.quote(
        BilledCall.of("openai", "gpt-4.1-mini", "gpt-4.1-mini-2025-04-14", chat, terms, AT));
  }

  @Benchmark
  public Quote cacheAndWebSearch() {
    return book.quote(BilledCall.of(
        "anthropic", "claude-sonnet-5-5", "claude-sonnet-5-5", cachedWithSearch, terms, AT));
  }

  @Benchmark
  public Quote unknownModel() {
    return book.quote(BilledCall.of("openai", "nobody-s-model", "nobody-s-model", chat, terms, AT));
  }

  @Benchmark
  public Quote regionWithFactor() {
    return book.quote(
        BilledCall.of("anthropic", "claude-sonnet-5-5", "claude-sonnet-5-5", chat, inRegion, AT));
  }
}
