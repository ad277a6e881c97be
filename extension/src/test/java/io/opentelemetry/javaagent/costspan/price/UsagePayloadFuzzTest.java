package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.opentelemetry.javaagent.costspan.price.GoldenAmountsTest.Golden;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.wire.ResponseReader;
import io.opentelemetry.javaagent.costspan.wire.WireFormats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A hundred thousand damaged responses, from the bytes to the quote: no exception, no hang, never a
 * negative amount, never a zero for something that was used.
 */
class UsagePayloadFuzzTest {

  private static final int PAYLOADS = 100_000;
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

  private static final PriceBook BUNDLED = PriceBook.bundled();

  private int priced;
  private int unpriced;

  @Test
  void hasACostOrAReasonAndNothingElse() {
    List<Golden> golden = GoldenAmountsTest.all().toList();
    Mutations mutations = new Mutations(1);

    List<byte[]> bodies = golden.stream().map(UsagePayloadFuzzTest::bytes).toList();
    assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
      for (int i = 0; i < PAYLOADS; i++) {
        int body = i % golden.size();
        check(golden.get(body), mutations.of(bodies.get(body)));
      }
    });

    assertThat(priced).isGreaterThan(PAYLOADS / 10);
    assertThat(unpriced).isGreaterThan(PAYLOADS / 10);
  }

  private void check(Golden golden, byte[] damaged) {
    ResponseReader reader =
        WireFormats.named(golden.format()).responseReader(golden.file().endsWith(".txt"));
    reader.feed(damaged, 0, damaged.length);
    reader.endOfInput();
    ResponseFacts facts = reader.facts();

    BilledCall call = BilledCall.of(
        golden.provider(), golden.model(), facts.model(), facts.usage(), facts.terms(), NOW);
    Quote bundled = BUNDLED.quote(call);
    Quote quote = GoldenAmountsTest.BOOK.quote(call);

    assertThat(bundled.cost() == null).isNotEqualTo(bundled.reason() == null);
    assertThat(bundled.cost() == null || bundled.cost().usd().signum() >= 0).isTrue();
    assertThat(quote.cost() == null).isNotEqualTo(quote.reason() == null);
    if (quote.cost() == null) {
      unpriced++;
    } else {
      priced++;
      assertThat(quote.cost().usd().signum()).isNotNegative();
      assertThat(quote.cost().cacheSavedUsd().signum()).isNotNegative();
      assertThat(quote.cost().usd().signum() > 0 || isFree(call)).isTrue();
    }
  }

  private static byte[] bytes(Golden golden) {
    try {
      return golden.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Zero is right where nothing was used, and where the provider itself says zero. */
  private static boolean isFree(BilledCall call) {
    if (call.usage().reportedUsd() != null) {
      return true;
    }
    for (Explanation.Line line : GoldenAmountsTest.BOOK.explain(call).lines()) {
      if (line.usd() == null || line.usd().signum() > 0) {
        return false;
      }
    }
    return GoldenAmountsTest.BOOK.explain(call).runs().isEmpty();
  }
}
