package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsTest {

  private static final PriceBook BOOK = BookText.ofEntries(
      of(
          "deepseek",
          "{\"days\": [\"mon\",\"tue\",\"wed\",\"thu\",\"fri\"],"
              + " \"utc\": [\"01:00-04:00\", \"06:00-10:00\"], \"except\": [\"2026-10-01\"]}"),
      of("night", "{\"utc\": [\"16:30-00:30\"]}"),
      of("friday-night", "{\"days\": [\"fri\"], \"utc\": [\"22:00-02:00\"]}"),
      of("sundays", "{\"days\": [\"sun\"], \"utc\": [\"00:00-24:00\"]}"),
      of("sunday-night", "{\"days\": [\"sun\"], \"utc\": [\"22:00-24:00\"]}"));

  @ParameterizedTest
  @CsvSource({
    // a Friday
    "deepseek, 2026-11-20T00:59:59.999Z, 1",
    "deepseek, 2026-11-20T01:00:00Z, 2",
    "deepseek, 2026-11-20T03:59:59.999Z, 2",
    "deepseek, 2026-11-20T04:00:00Z, 1",
    "deepseek, 2026-11-20T05:59:59Z, 1",
    "deepseek, 2026-11-20T06:00:00Z, 2",
    "deepseek, 2026-11-20T09:59:59Z, 2",
    "deepseek, 2026-11-20T10:00:00Z, 1",
    // Saturday, Sunday, Monday
    "deepseek, 2026-11-21T02:00:00Z, 1",
    "deepseek, 2026-11-22T02:00:00Z, 1",
    "deepseek, 2026-11-23T02:00:00Z, 2",
    // a Thursday that is a holiday, and the day after
    "deepseek, 2026-10-01T02:00:00Z, 1",
    "deepseek, 2026-10-02T02:00:00Z, 2",
    "night, 2026-11-20T16:29:59Z, 1",
    "night, 2026-11-20T16:30:00Z, 2",
    "night, 2026-11-20T23:59:59Z, 2",
    "night, 2026-11-21T00:00:00Z, 2",
    "night, 2026-11-21T00:29:59Z, 2",
    "night, 2026-11-21T00:30:00Z, 1",
    "sunday-night, 2026-11-22T21:59:59Z, 1",
    "sunday-night, 2026-11-22T23:59:59Z, 2",
    "sunday-night, 2026-11-23T00:00:00Z, 1",
    // the weekday is that of the instant: the small hours of Friday, not those after it
    "friday-night, 2026-11-20T01:59:59Z, 2",
    "friday-night, 2026-11-20T02:00:00Z, 1",
    "friday-night, 2026-11-20T22:00:00Z, 2",
    "friday-night, 2026-11-21T00:00:00Z, 1",
    "sundays, 2026-11-21T23:59:59Z, 1",
    "sundays, 2026-11-22T00:00:00Z, 2",
    "sundays, 2026-11-22T23:59:59Z, 2",
    "sundays, 2026-11-23T00:00:00Z, 1",
    // before 1970 the days go on
    "sunday-night, 1969-12-28T23:00:00Z, 2",
  })
  void hasTheRateOfItsHour(String model, String at, String usd) {
    PricedCall call = PricedCall.openai(model).input(1_000_000).when(Instant.parse(at));

    assertThat(call.usdBy(BOOK)).isEqualByComparingTo(usd);
  }

  private static String of(String model, String window) {
    return BookText.pricesOf(
        "openai/" + model,
        "{\"windows\": {\"peak\": " + window + "}, \"usd_per_million_tokens\": ["
            + "{\"input\": \"1.00\"}, {\"window\": \"peak\", \"input\": \"2.00\"}]}");
  }
}
