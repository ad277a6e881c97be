package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Price files that nobody writes by hand: a hundred thousand of something, megabytes of one thing.
 * Each is read or refused, and its refusal fits a log line.
 */
class HostilePriceFileTest {

  /** A guard against hanging, not a measurement: each takes less than a second on an idle core. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final int MANY = 100_000;
  private static final String LONG = "x".repeat(5_000_000);
  private static final String ROWS = "\"usd_per_million_tokens\": [{\"input\": \"1\"}]";

  @ParameterizedTest
  @MethodSource("large")
  void aLargeFileIsReadOrRefusedInAFewWords(File file) {
    assertTimeoutPreemptively(PATIENCE, () -> assertThat(said(file.text())).isEqualTo(file.says()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "about: [\"\\UFFFFFFFF\"]",
        "about: [\"\\U00110000\"]",
        "about: [\"\\x",
        "about: [\"\\u12",
        "about: [!<%ff%fe> x]",
        "about: [!<%zz> x]",
        "about: [!<",
        "%YAML 99999999999.1\n---\na: b",
        "about:\n - |99999999999\n   a",
        "about: \ud83d",
        "about: [\udc00]",
        "version: \0",
        "&a version: 2026-01-01",
        "&a {version: 2026-01-01}",
        "*a : x",
        "[a]: b",
        "? \n: x",
        "---\n---\n",
        "",
      })
  void oddYamlIsRefused(String yaml) throws IOException {
    assertThat(said(yaml)).startsWith("hostile, line ");
  }

  @Test
  void aRefusalQuotesNoMoreThanTheBeginningAndTheEnd() throws IOException {
    String window = "\"windows\": {\"w\": {\"utc\": [\"01:00-02:00\"], \"days\": [\"%s\"]}}, ";

    assertThat(said(priced(window.formatted(LONG) + ROWS)))
        .hasSizeLessThan(1_100)
        .startsWith("hostile, line 1, entry openai/a: prices[0].windows.w.days has xxx")
        .endsWith(", which is none of [mon, tue, wed, thu, fri, sat, sun]");
  }

  static File[] large() {
    return new File[] {
      new File(
          "aliases",
          book("{\"id\": \"openai/a\", \"aliases\": [" + many("\"a%d\"") + "], \"prices\": [{"
              + ROWS + "}]}"),
          "1 entry"),
      new File(
          "entries",
          book(many("{\"id\": \"openai/a%d\", \"prices\": [{" + ROWS + "}]}")),
          "100000 entries"),
      new File("periods", book("{\"id\": \"openai/a\", \"prices\": [" + days() + "]}"), "1 entry"),
      new File(
          "regions", priced("\"region\": {" + many("\"r%d\": \"1\"") + "}, " + ROWS), "1 entry"),
      new File(
          "rows",
          priced("\"usd_per_million_tokens\": ["
              + many("{\"service_tier\": \"t%d\", \"input\": \"1\"}") + "]"),
          "hostile, line 1, entry openai/a: prices[0].usd_per_million_tokens"
              + " has more than 1000 rows"),
      new File(
          "unit rows",
          priced("\"usd_per_unit\": [" + many("{\"size\": \"s%d\", \"image\": \"1\"}") + "]"),
          "hostile, line 1, entry openai/a: prices[0].usd_per_unit has more than 1000 rows"),
      new File(
          "windows",
          priced("\"windows\": {" + many("\"w%d\": {\"utc\": [\"01:00-02:00\"]}") + "}, " + ROWS),
          "hostile, line 1, entry openai/a: prices[0].windows has more than 100 windows"),
      new File(
          "discounts",
          "{\"discounts\": [" + many("{\"model\": \"openai/m%d\", \"times\": \"0.5\"}") + "]}",
          "0 entries"),
      new File("tenants", "{\"tenants\": [" + many("{\"tenant\": \"t%d\"}") + "]}", "0 entries"),
      new File("text in JSON", "{\"about\": [\"" + LONG + "\"]}", "0 entries"),
      new File(
          "depth in JSON", "{\"about\": " + "[".repeat(MANY), "hostile, line 1: nested too deeply"),
      new File(
          "depth in YAML",
          "about: " + "[".repeat(MANY),
          "hostile, line 1: not YAML: a line of more than 50000 characters"),
      new File(
          "lines of depth in YAML",
          "about: " + "[\n".repeat(MANY),
          "hostile, line 32: nested too deeply"),
      new File(
          "text in YAML",
          "# ours\nabout: [\"" + LONG + "\"]",
          "hostile, line 2: not YAML: a line of more than 50000 characters"),
      new File(
          "spaces",
          " ".repeat(LONG.length()),
          "hostile, line 1: not YAML: a line of more than 50000 characters"),
      new File("lines of text in YAML", "about:\n  - x" + "\n    x".repeat(1_000_000), "0 entries"),
      new File(
          "anchors",
          "about:\n" + many("- &a%d x", "\n"),
          "hostile, line 2: anchors and aliases are not read here"),
      new File(
          "anchored names",
          many("&a%d a%d: x", "\n"),
          "hostile, line 1: anchors and aliases are not read here"),
    };
  }

  private static String said(String file) throws IOException {
    try {
      int size = PriceBook.parse(file, "hostile").size();
      return size == 1 ? "1 entry" : size + " entries";
    } catch (PriceBookException refused) {
      return refused.getMessage();
    }
  }

  private static String book(String entries) {
    return "{\"entries\": [" + entries + "]}";
  }

  private static String priced(String price) {
    return book("{\"id\": \"openai/a\", \"prices\": [{" + price + "}]}");
  }

  /** A price for each day of almost three centuries. */
  private static String days() {
    LocalDate first = LocalDate.parse("1800-01-01");
    IntFunction<String> price = day -> "{\"from\": \"" + first.plusDays(day) + "\", \"until\": \""
        + first.plusDays(day + 1L) + "\", " + ROWS + "}";
    return IntStream.range(0, MANY).mapToObj(price).collect(Collectors.joining(","));
  }

  private static String many(String pattern) {
    return many(pattern, ",");
  }

  private static String many(String pattern, String separator) {
    return IntStream.range(0, MANY)
        .mapToObj(i -> pattern.replace("%d", Integer.toString(i)))
        .collect(Collectors.joining(separator));
  }

  /** What is large in it, the file, and what is said about it. */
  record File(String name, String text, String says) {

    @Override
    public String toString() {
      return name;
    }
  }
}
