package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CacheSavingsTest {

  private static final PriceBook BOOK = PriceBook.bundled();

  @Test
  void aReadSavesTheDifferenceToUncachedInput() {
    BigDecimal saved =
        saved(PricedCall.openai("gpt-4o").input(2_006).cacheRead(1_920).output(300));

    assertThat(saved).isEqualByComparingTo("0.0024"); // 1,920 × (2.50 − 1.25) / 1e6
  }

  @Test
  void aWriteIsTakenOffWhatReadsSaved() {
    BigDecimal saved = saved(PricedCall.anthropic("claude-sonnet-4-5")
        .input(11_000)
        .cacheRead(9_000)
        .cacheWrite(1_000)
        .output(10));

    assertThat(saved).isEqualByComparingTo("0.02355"); // 9,000 × (3 − 0.30) − 1,000 × (3.75 − 3)
  }

  @Test
  void aWriteThatNothingReadSavedNothing() {
    BigDecimal saved = saved(
        PricedCall.anthropic("claude-sonnet-4-5").input(1_000).cacheWrite(900).output(10));

    assertThat(saved).isZero();
  }

  @Test
  void aCallWithoutACacheSavedNothing() {
    assertThat(saved(PricedCall.openai("gpt-4o").input(2_006).output(300))).isZero();
  }

  @Test
  void comparesAtTheRatesOfTheTierThatServed() {
    BigDecimal saved = saved(PricedCall.openai("gpt-5")
        .serviceTier("flex")
        .input(2_000)
        .cacheRead(1_000)
        .output(10));

    assertThat(saved).isEqualByComparingTo("0.0005625"); // 1,000 × (0.625 − 0.0625) / 1e6
  }

  @Test
  void comparesAtTheRatesOfThePlaceThatServed() {
    BigDecimal saved = saved(PricedCall.anthropic("claude-opus-5")
        .region("us")
        .input(2_000)
        .cacheRead(1_000)
        .output(10));

    assertThat(saved).isEqualByComparingTo("0.00495"); // 1,000 × (5 − 0.50) × 1.1 / 1e6
  }

  private static BigDecimal saved(PricedCall call) {
    return call.costBy(BOOK).cacheSavedUsd();
  }
}
