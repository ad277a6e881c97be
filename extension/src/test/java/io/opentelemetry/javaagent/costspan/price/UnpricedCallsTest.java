package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unknown is not zero: why a call has no cost. */
class UnpricedCallsTest {

  private static final PriceBook BOOK = BookText.ofEntries(
      BookText.entry("openai/chat", "{\"input\": \"2.50\", \"output\": \"10.00\"}"),
      BookText.entry("openai/embedding", "{\"input\": \"0.02\"}"));

  @Test
  void aCallThatReportedNothing() {
    assertThat(PricedCall.openai("chat").reasonBy(BOOK)).isEqualTo(UnpricedReason.NO_USAGE);
  }

  @Test
  void aCallThatReportedNeitherInputNorOutput() {
    UnpricedReason reason = PricedCall.openai("chat").webSearches(1).reasonBy(BOOK);

    assertThat(reason).isEqualTo(UnpricedReason.NO_USAGE);
  }

  @Test
  void aStreamThatWasCutOff() {
    UnpricedReason reason = PricedCall.openai("chat")
        .status(UsageStatus.PARTIAL)
        .input(1_000)
        .output(1)
        .reasonBy(BOOK);

    assertThat(reason).isEqualTo(UnpricedReason.PARTIAL_USAGE);
  }

  @Test
  void aCallThatDidNotSayHowMuchItWrote() {
    assertThat(PricedCall.openai("chat").input(1_000).reasonBy(BOOK))
        .isEqualTo(UnpricedReason.PARTIAL_USAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"output", "audio_output", "image_output", "video_output"})
  void aCallThatDidNotSayHowMuchItWroteOfWhatNobodyKnowsThePrice(String rate) {
    PriceBook book = BookText.ofEntries(
        BookText.entry("openai/chat", "{\"input\": \"1\", \"" + rate + "\": \"unknown\"}"));

    assertThat(PricedCall.openai("chat").input(1_000).reasonBy(book))
        .isEqualTo(UnpricedReason.PARTIAL_USAGE);
  }

  @Test
  void aCallThatDidNotSayHowMuchItRead() {
    assertThat(PricedCall.openai("chat").output(1_000).reasonBy(BOOK))
        .isEqualTo(UnpricedReason.PARTIAL_USAGE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Count.class,
      names = {
        "AUDIO_INPUT",
        "AUDIO_OUTPUT",
        "WEB_SEARCHES",
        "OTHER_TOOL_CALLS",
        "SEPARATELY_BILLED_RUNS"
      })
  void aCallThatUsedSomethingWithoutARate(Count count) {
    UnpricedReason reason =
        PricedCall.openai("chat").input(1_000).output(100).count(count, 1).reasonBy(BOOK);

    assertThat(reason).isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
  }

  @Test
  void aWriteForAnHourWithoutARate() {
    UnpricedReason reason = PricedCall.openai("chat")
        .input(1_000)
        .cacheWrite(10)
        .cacheWrite1h(10)
        .output(100)
        .reasonBy(BOOK);

    assertThat(reason).isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
  }

  @Test
  void outputOfAModelThatSellsNone() {
    assertThat(PricedCall.openai("embedding").input(1_000).output(1).reasonBy(BOOK))
        .isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
  }

  @Test
  void whatWasNotUsedNeedsNoRate() {
    Quote quote =
        PricedCall.openai("embedding").input(1_000).output(0).webSearches(0).quotedBy(BOOK);

    assertThat(quote.reason()).isNull();
  }

  @Test
  void countsThatWeEstimatedArePriced() {
    Quote quote = PricedCall.openai("chat")
        .status(UsageStatus.ESTIMATED)
        .input(1_000)
        .output(1)
        .quotedBy(BOOK);

    assertThat(quote.cost()).isNotNull();
  }
}
