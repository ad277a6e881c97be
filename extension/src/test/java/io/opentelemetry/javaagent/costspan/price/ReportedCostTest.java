package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the provider says that a call cost goes before whatever the book says. */
class ReportedCostTest {

  private static final PriceBook BOOK = BookText.ofEntries(BookText.entry(
      "x_ai/grok", "{\"input\": \"2\", \"cache_read\": \"0.2\", \"output\": \"6\"}"));

  @Test
  void theSameAmountIsSplitAsTheBookHasIt() {
    // 400 × 2 + 600 × 0.2 + 100 × 6 = 1,520
    Cost cost = grok().reported("0.00152").costBy(BOOK);

    assertThat(cost.source()).isEqualTo(CostSource.PROVIDER);
    assertThat(cost.usd()).isEqualByComparingTo("0.00152");
    assertThat(cost.usd(CostKind.INPUT)).isEqualByComparingTo("0.0008");
    assertThat(cost.usd(CostKind.CACHE_READ)).isEqualByComparingTo("0.00012");
    assertThat(cost.usd(CostKind.OUTPUT)).isEqualByComparingTo("0.0006");
    assertThat(cost.parts()).doesNotContainKey(CostKind.UNSPLIT);
    assertThat(cost.cacheSavedUsd()).isEqualByComparingTo("0.00108"); // 600 × 1.8
  }

  @Test
  void trailingZerosAreNoDifference() {
    assertThat(grok().reported("0.0015200000").costBy(BOOK).parts())
        .doesNotContainKey(CostKind.UNSPLIT);
  }

  @Test
  void anotherAmountIsTakenWhole() {
    Cost cost = grok().reported("0.00151999999999").costBy(BOOK);

    assertThat(cost.source()).isEqualTo(CostSource.PROVIDER);
    assertThat(cost.parts()).containsOnlyKeys(CostKind.UNSPLIT);
    assertThat(cost.usd()).isEqualByComparingTo("0.00151999999999");
    assertThat(cost.entry()).isEmpty();
    assertThat(cost.version()).isEmpty();
  }

  @Test
  void whatWasReportedSoFarIsNotTheCost() {
    PricedCall call = grok().reported("0.001").status(UsageStatus.PARTIAL);

    assertThat(call.reasonBy(BOOK)).isEqualTo(UnpricedReason.PARTIAL_USAGE);
  }

  @Test
  void anUnknownModelHasAPriceWhenTheProviderSaysIt() {
    Cost cost =
        PricedCall.at("x_ai").responseModel("new").input(10).reported("0.5").costBy(BOOK);

    assertThat(cost.parts()).containsOnlyKeys(CostKind.UNSPLIT);
    assertThat(cost.usd()).isEqualByComparingTo("0.5");
    assertThat(cost.cacheSavedUsd()).isZero();
  }

  @Test
  void anAmountAloneIsEnough() {
    assertThat(PricedCall.at("x_ai").reported("0.5").usdBy(BOOK)).isEqualByComparingTo("0.5");
  }

  @Test
  void aReportedZeroIsAnAmount() {
    Cost cost = grok().reported("0").costBy(BOOK);

    assertThat(cost.usd()).isZero();
    assertThat(cost.source()).isEqualTo(CostSource.PROVIDER);
    assertThat(cost.parts()).containsOnlyKeys(CostKind.UNSPLIT);
  }

  @Test
  void aNegativeAmountIsNone() {
    Cost cost = grok().reported("-0.5").costBy(BOOK);

    assertThat(cost.source()).isEqualTo(CostSource.LOCAL);
    assertThat(cost.usd()).isEqualByComparingTo("0.00152");
  }

  @Test
  void discountsDoNotApplyToWhatIsBilledAlready() throws IOException {
    PriceBook book = BOOK.overlaidWith(
        BookText.parse("{\"discounts\": [{\"provider\": \"x_ai\", \"times\": \"0.5\"}]}"));

    assertThat(grok().reported("0.00152").usdBy(book)).isEqualByComparingTo("0.00152");
    assertThat(grok().reported("0.00152").costBy(book).parts()).containsOnlyKeys(CostKind.UNSPLIT);
  }

  private static PricedCall grok() {
    return PricedCall.at("x_ai")
        .responseModel("grok")
        .input(1_000)
        .cacheRead(600)
        .output(100);
  }
}
