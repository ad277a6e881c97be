package io.opentelemetry.javaagent.costspan.price;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceBookParsingTest {

  @Test
  void namesTheBookTheLineTheEntryAndTheField() {
    String json = """
        {"version": "2026-01-01",
         "entries": [
           {"id": "openai/a", "prices": [
             {"usd_per_million_tokens": [
               {"input": "1.00"},
               {"service_tier": "flex", "input": "cheap"}]}]}]}
        """;

    assertThatThrownBy(() -> BookText.parse(json))
        .isInstanceOf(PriceBookException.class)
        .hasMessage("test.json, line 6, entry openai/a: prices[0].usd_per_million_tokens[1].input"
            + " \"cheap\" is not a decimal such as \"0.40\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1.00",
        "+1.00",
        "1e3",
        "1E999999999",
        "1,50",
        ".5",
        "5.",
        " 1",
        "0x10",
        "NaN",
        "١",
        "1234567890",
        "0.1234567890123456789"
      })
  void aRateIsAPlainDecimal(String rate) {
    assertRefused(row("\"input\": \"" + rate + "\""), "input", "is not a decimal");
  }

  @Test
  void aRateIsNotANumberBecauseNumbersBecomeDoubles() {
    assertRefused(row("\"input\": 0.4"), "line 1", "a fraction is written as a string: \"0.4\"");
    assertRefused(row("\"input\": 4"), "input \"4\"", "is not a string");
  }

  @Test
  void aMisspeltRateIsNotAMissingOne() {
    assertRefused(
        row("\"input\": \"1.00\", \"cached_read\": \"0.10\""),
        "usd_per_million_tokens[0].cached_read",
        "is not known here; known are service_tier");
  }

  @Test
  void aRowHasARate() {
    assertRefused(
        row("\"service_tier\": \"flex\""),
        "usd_per_million_tokens[0].this row",
        "has no rate in it");
  }

  @Test
  void aPriceHasRates() {
    assertRefused(price("\"from\": \"2026-01-01\""), "prices[0].usd_per_million_tokens is missing");
  }

  @Test
  void termsHaveOneRow() {
    assertRefused(
        price("\"usd_per_million_tokens\": [{\"service_tier\": \"flex\", \"input\": \"1.00\"},"
            + " {\"service_tier\": \"flex\", \"input\": \"2.00\"}]"),
        "usd_per_million_tokens[1].this row",
        "is for terms that have their rates already");
  }

  @Test
  void aLimitIsEitherExclusiveOrInclusive() {
    assertRefused(
        row("\"above_input_tokens\": 10, \"from_input_tokens\": 11, \"input\": \"1.00\""),
        "above_input_tokens",
        "cannot both be there");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1000000001", "\"27200o\"", "\"9999999999999999999\""})
  void aLimitIsAWholeNumber(String limit) {
    assertRefused(
        row("\"above_input_tokens\": %s, \"input\": \"1.00\"".formatted(limit)),
        "above_input_tokens",
        "is not a whole number from 1 to 1000000000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"utc\": []}",
        "{\"utc\": [\"1:00-2:00\"]}",
        "{\"utc\": [\"01:00-25:00\"]}",
        "{\"utc\": [\"01:00-02:60\"]}",
        "{\"utc\": [\"01:00-02:00\"], \"days\": [\"Mon\"]}",
        "{\"utc\": [\"01:00-02:00\"], \"except\": [\"2026-02-30\"]}",
        "{\"utc\": [\"01:00-02:00\"], \"zone\": \"CET\"}",
      })
  void aWindowHasHoursAndDaysThatExist(String window) {
    assertRefused(
        price("\"windows\": {\"peak\": %s}, \"usd_per_million_tokens\": [{\"input\": \"1.00\"}]"
            .formatted(window)),
        "windows.peak");
  }

  @Test
  void aRowsWindowIsOneOfThePrice() {
    assertRefused(
        row("\"window\": \"peak\", \"input\": \"1.00\""),
        "window \"peak\" is none of the windows of this price");
  }

  @Test
  void aPriceEndsAfterItBegins() {
    assertRefused(
        price("\"from\": \"2026-02-01\", \"until\": \"2026-02-01\","
            + " \"usd_per_million_tokens\": [{\"input\": \"1.00\"}]"),
        "until \"2026-02-01\" is not after the day from which the price applies");
  }

  @Test
  void aDayIsAnIsoDate() {
    assertRefused(
        price("\"from\": \"2026-02-30\", \"usd_per_million_tokens\": [{\"input\": \"1.00\"}]"),
        "from \"2026-02-30\" is not a day such as \"2026-11-21\"");
  }

  @Test
  void pricesDoNotOverlap() {
    String undated = "{\"usd_per_million_tokens\": [{\"input\": \"1.00\"}]}";
    String later =
        "{\"from\": \"2026-02-01\", \"usd_per_million_tokens\": [{\"input\": \"1.00\"}]}";

    assertRefused(
        BookText.pricesOf("openai/a", undated, later),
        "entry openai/a: prices[1].from",
        "is before the price above it ends; prices go oldest first");
  }

  @Test
  void anEntryHasAPrice() {
    assertRefused(BookText.pricesOf("openai/a"), "entry openai/a: prices has no price in it");
    assertRefused(price("\"usd_per_million_tokens\": []"), "has no rates in it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-4o", "/gpt-4o", "openai/"})
  void anIdNamesItsProvider(String id) {
    assertRefused(BookText.entry(id, "{\"input\": \"1.00\"}"), "id", "is not provider/model");
  }

  @Test
  void anEntryStandsInTheBookOnce() {
    String entry = BookText.entry("openai/a", "{\"input\": \"1.00\"}");

    assertThatThrownBy(() -> BookText.parse(BookText.book("2026-01-01", entry, entry)))
        .hasMessageContaining("entry openai/a: id \"openai/a\" stands in the book twice");
  }

  @Test
  void aModelBelongsToOneEntry() {
    String a = BookText.entry("openai/a", "{\"input\": \"1.00\"}");
    String b = """
        {"id": "openai/b", "aliases": ["a"], "prices": [
          {"usd_per_million_tokens": [{"input": "2.00"}]}]}""";

    assertThatThrownBy(() -> BookText.parse(BookText.book("2026-01-01", a, b)))
        .hasMessageContaining("entry openai/b: aliases has a, which is in openai/a too");
  }

  @Test
  void aSourceIsOneThatTheBookLists() {
    String json = """
        {"sources": {"contract": "ours"}, "entries": [
          {"id": "openai/a", "sources": ["hearsay"], "prices": [
            {"usd_per_million_tokens": [{"input": "2.00"}]}]}]}""";

    assertThatThrownBy(() -> BookText.parse(json))
        .hasMessageContaining(
            "entry openai/a: sources has hearsay, which the book's sources do not list");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "\"book\"",
        "{",
        "{\"version\": \"2026-01-01\", \"entries\": []",
        "{\"version\": \"2026-01-01\", \"entries\": []} []",
        "{\"version\": \"2026-01-01\", \"entries\": {}}",
        "{\"version\": \"2026-01-01\", \"entries\": [1]}",
        "{\"version\": \"2026-01-01\", \"entries\": [null]}",
        "{\"version\": \"2026-01-01\", \"entries\": [{}]}",
        "{\"version\": \"2026-01-01\", \"version\": \"2026-01-02\", \"entries\": []}",
        "{\"version\": \"today\", \"entries\": []}",
        "{\"version\": 20260101, \"entries\": []}",
        "{\"version\": 99999999999999999999, \"entries\": []}",
        "{\"version\": \"2026-01-01\", \"entries\": [], \"prices\": []}",
        "version: 2026-01-01",
      })
  void whatIsNoBookIsRefused(String json) {
    assertThatThrownBy(() -> BookText.parse(json))
        .isInstanceOf(PriceBookException.class)
        .hasMessageStartingWith("test.json, line 1");
  }

  @Test
  void endlessNestingIsRefused() {
    assertThatThrownBy(() -> BookText.parse("{\"entries\": " + "[".repeat(100_000)))
        .isInstanceOf(PriceBookException.class)
        .hasMessageContaining("nested too deeply");
  }

  @Test
  void leavesTheStreamToItsOwner() throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream stream = new ByteArrayInputStream(BookText.book("2026-01-01").getBytes(UTF_8)) {
      @Override
      public void close() {
        closed.set(true);
      }
    };

    PriceBook book = PriceBook.parse(stream, "test.json");

    assertThat(book.size()).isZero();
    assertThat(closed).isFalse();
  }

  @Test
  void anInclusiveLimitIncludesItself() {
    PriceBook book = BookText.ofEntries(BookText.pricesOf("openai/a", """
                {"usd_per_million_tokens": [
                  {"input": "1.00"}, {"from_input_tokens": 200, "input": "2.00"}]}"""));

    assertThat(PricedCall.openai("a").input(199).usdBy(book)).isEqualByComparingTo("0.000199");
    assertThat(PricedCall.openai("a").input(200).usdBy(book)).isEqualByComparingTo("0.0004");
  }

  @Test
  void aTierIsTheSameUnderAllItsNames() {
    assertRefused(
        BookText.entry(
            "openai/a", "{\"input\": \"1\"}", "{\"service_tier\": \"default\", \"input\": \"2\"}"),
        "have their rates already");
    PriceBook book = BookText.ofEntries(
        BookText.entry("openai/a", "{\"service_tier\": \"fast\", \"input\": \"2\"}"));

    assertThat(PricedCall.openai("a").serviceTier("priority").input(1_000_000).usdBy(book))
        .isEqualByComparingTo("2");
  }

  @Test
  void thereIsABoundOfWindows() {
    String span = "{\"utc\": [\"01:00-02:00\"]}";
    String windows = IntStream.range(0, 101)
        .mapToObj(i -> "\"w" + i + "\": " + span)
        .collect(Collectors.joining(","));

    assertRefused(
        price("\"windows\": {" + windows + "}, \"usd_per_million_tokens\": []"),
        "has more than 100 windows");
    assertRefused(
        price("\"windows\": {\"w\": {\"utc\": ["
            + "\"01:00-02:00\",".repeat(100) + "\"01:00-02:00\"]}},"
            + " \"usd_per_million_tokens\": []"),
        "has more than 100 spans");
  }

  /** Each row carries the name of its entry for complaints: 1,000 times 4 MB would be too much. */
  @Test
  void aLongNameIsNotRepeatedForEveryRow() {
    String rows = IntStream.range(0, 1_000)
        .mapToObj(i -> "{\"service_tier\": \"t" + i + "\", \"input\": \"1\"}")
        .collect(Collectors.joining(","));
    String name = "n".repeat(4_000_000);

    PriceBook book = BookText.ofEntries(BookText.entry("openai/" + name, rows));

    assertThat(PricedCall.openai(name).serviceTier("t7").input(1_000_000).usdBy(book))
        .isEqualByComparingTo("1");
    assertThatThrownBy(() ->
            BookText.ofEntries(BookText.entry("openai/a", rows, "{\"input\": \"" + name + "\"}")))
        .message()
        .hasSizeLessThan(1_000);
  }

  /** Four bytes for each character is what the parser takes such a beginning for. */
  @Test
  void bytesThatAreNoCharactersAreRefused() {
    byte[] bytes = {0, 0, 0, '{', 0x7f, 0x7f, 0x7f, 0x7f};

    assertThatThrownBy(() -> PriceBook.parse(new ByteArrayInputStream(bytes), "odd.json"))
        .isInstanceOf(PriceBookException.class)
        .hasMessageStartingWith("odd.json, line 1: not JSON");
  }

  private static void assertRefused(String entry, String... inMessage) {
    assertThatThrownBy(() -> BookText.parse(BookText.book("2026-01-01", entry)))
        .isInstanceOf(PriceBookException.class)
        .hasMessageContainingAll(inMessage);
  }

  private static String price(String fields) {
    return BookText.pricesOf("openai/a", "{" + fields + "}");
  }

  private static String row(String fields) {
    return BookText.entry("openai/a", "{" + fields + "}");
  }
}
