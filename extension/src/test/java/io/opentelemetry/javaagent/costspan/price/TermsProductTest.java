package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.Count;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Tier, bracket, window, region, period, lifetime and modality all at once: every combination has the
 * rate of its own row, times its region's factor, and no other.
 */
class TermsProductTest {

  private static final String[] TIERS = {null, "batch", "flex"};
  private static final long[] TOTALS = {1_000, 100_000, 100_001, 199_999, 200_000, 900_000};
  private static final String[] REGIONS = {null, "us", "mars"};

  /** Before and after the cut of 2026-06-01, off-peak and at peak (a Monday). */
  private static final String[] TIMES = {
    "2026-05-25T00:59:59Z", "2026-05-25T01:00:00Z", "2026-06-01T03:59:59Z", "2026-06-01T04:00:00Z"
  };

  private static final PriceBook BOOK = BookText.ofEntries(BookText.pricesOf(
      "openai/all", price("\"until\": \"2026-06-01\"", 0), price("\"from\": \"2026-06-01\"", 1)));

  @Test
  void everyCombinationHasItsOwnRate() {
    int combinations = 0;
    for (int tier = 0; tier < TIERS.length; tier++) {
      for (long total : TOTALS) {
        for (int region = 0; region < REGIONS.length; region++) {
          for (int time = 0; time < TIMES.length; time++) {
            check(tier, total, region, time);
            combinations++;
          }
        }
      }
    }
    assertThat(combinations).isEqualTo(216);
  }

  @Test
  void isWhatThePaperSays() {
    // From 2026-06-01, flex, above 100,000, peak: input is 1 + 18 + 12 + 2 + 1 = 34.
    // (100,001 − 400 − 300 − 50) × 34 = 3,374,534; 400 read × 3.4 = 1,360; 100 written × 42.5 =
    // 4,250;
    // 200 for an hour × 68 = 13,600; 50 of audio × 102 = 5,100; 10 out × 170 = 1,700; in all
    // 3,400,544;
    // in the US × 1.1 = 3,740,598.4 millionths; a search is 0.01 wherever it is made.
    assertThat(call(100_001)
            .serviceTier("flex")
            .region("us")
            .when(Instant.parse(TIMES[2]))
            .webSearches(1)
            .usdBy(BOOK))
        .isEqualByComparingTo("3.7505984");
  }

  private static void check(int tier, long total, int region, int time) {
    PricedCall call = call(total)
        .serviceTier(TIERS[tier])
        .region(REGIONS[region])
        .when(Instant.parse(TIMES[time]))
        .webSearches(1);
    int bracket = total > 100_000 ? total >= 200_000 ? 2 : 1 : 0;
    boolean peak = time == 1 || time == 2;
    BigDecimal input = input(time / 2, tier, bracket, peak ? 1 : 0);

    BigDecimal perMillion = input
        .multiply(BigDecimal.valueOf(total - 750))
        .add(input.multiply(new BigDecimal("0.1")).multiply(BigDecimal.valueOf(400)))
        .add(input.multiply(new BigDecimal("1.25")).multiply(BigDecimal.valueOf(100)))
        .add(input.multiply(new BigDecimal("2")).multiply(BigDecimal.valueOf(200)))
        .add(input.multiply(new BigDecimal("3")).multiply(BigDecimal.valueOf(50)))
        .add(input.multiply(new BigDecimal("5")).multiply(BigDecimal.valueOf(10)));
    BigDecimal times = region == 1 ? new BigDecimal("1.1") : BigDecimal.ONE;
    BigDecimal expected = perMillion.multiply(times).movePointLeft(6).add(new BigDecimal("0.01"));

    if (region == 2) {
      assertThat(call.reasonBy(BOOK)).isEqualTo(UnpricedReason.NO_PRICE_FOR_UNIT);
    } else {
      assertThat(call.usdBy(BOOK)).isEqualByComparingTo(expected);
    }
  }

  private static PricedCall call(long total) {
    return PricedCall.openai("all")
        .input(total)
        .cacheRead(400)
        .cacheWrite(300)
        .cacheWrite1h(200)
        .count(Count.AUDIO_INPUT, 50)
        .output(10);
  }

  private static String price(String period, int number) {
    List<String> rows = new ArrayList<>();
    for (int tier = 0; tier < TIERS.length; tier++) {
      for (int bracket = 0; bracket < 3; bracket++) {
        for (int peak = 0; peak < 2; peak++) {
          rows.add(row(tier, bracket, peak, input(number, tier, bracket, peak)));
        }
      }
    }
    return """
        {%s, "windows": {"peak": {"days": ["mon"], "utc": ["01:00-04:00"]}},
         "usd_per_million_tokens": [%s], "usd_per_thousand": {"web_search": "10.00"},
         "region": {"us": "1.1"}}""".formatted(period, String.join(",", rows));
  }

  private static String row(int tier, int bracket, int peak, BigDecimal input) {
    String terms = (TIERS[tier] == null ? "" : "\"service_tier\": \"" + TIERS[tier] + "\", ")
        + (peak == 0 ? "" : "\"window\": \"peak\", ")
        + new String[] {"", "\"above_input_tokens\": 100000, ", "\"from_input_tokens\": 200000, "}
            [bracket];
    return "{%s\"input\": \"%s\", \"cache_read\": \"%s\", \"cache_write_5m\": \"%s\","
            .formatted(terms, input, times(input, "0.1"), times(input, "1.25"))
        + " \"cache_write_1h\": \"%s\", \"audio_input\": \"%s\", \"output\": \"%s\"}"
            .formatted(times(input, "2"), times(input, "3"), times(input, "5"));
  }

  /** Another number for each row: 1 for the first, 36 for the last. */
  private static BigDecimal input(int period, int tier, int bracket, int peak) {
    return BigDecimal.valueOf(1 + period * 18L + tier * 6L + bracket * 2L + peak);
  }

  private static String times(BigDecimal rate, String factor) {
    return rate.multiply(new BigDecimal(factor)).toPlainString();
  }
}
