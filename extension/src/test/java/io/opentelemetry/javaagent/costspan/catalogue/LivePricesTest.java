package io.opentelemetry.javaagent.costspan.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.RecordedLog;
import io.opentelemetry.javaagent.costspan.price.BilledCall;
import io.opentelemetry.javaagent.costspan.price.PriceBook;
import io.opentelemetry.javaagent.costspan.price.Pricing;
import io.opentelemetry.javaagent.costspan.usage.BillingTerms;
import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivePricesTest {

  private static final PriceBook BUNDLED = PriceBook.bundled();

  @TempDir
  Path directory;

  private RecordedLog log;

  @BeforeEach
  void record() {
    log = RecordedLog.open();
  }

  @AfterEach
  void stopRecording() {
    log.close();
  }

  @Test
  void takesUpWhatTheFileSaysWhenItChanges() throws IOException {
    Path file = write(yaml("1.00"));
    LivePrices prices = LivePrices.open(BUNDLED, file);
    assertThat(usdOfAMillion(prices)).isEqualByComparingTo("1");

    assertThat(prices.refresh()).isFalse();
    write(yaml("2.00"));

    assertThat(prices.refresh()).isTrue();
    assertThat(usdOfAMillion(prices)).isEqualByComparingTo("2");
    assertThat(log.lines()).singleElement().asString().contains("was read again");
  }

  @Test
  void aMistakeLeavesTheLastGoodFileInForceAndSaysWhereItIsOnce() throws IOException {
    Path file = write(yaml("1.00"));
    LivePrices prices = LivePrices.open(BUNDLED, file);

    write(yaml("cheap"));

    assertThat(prices.refresh()).isFalse();
    assertThat(prices.refresh()).isFalse();
    assertThat(usdOfAMillion(prices)).isEqualByComparingTo("1");
    assertThat(log.lines())
        .singleElement()
        .asString()
        .contains(file + ", line 5, entry openai/mine: prices[0].usd_per_million_tokens[0].input")
        .endsWith("used instead: the prices that were in force");
  }

  @Test
  void aMistakeThatIsMendedIsForgotten() throws IOException {
    Path file = write("entries: 7");
    LivePrices prices = LivePrices.open(BUNDLED, file);

    write(yaml("3.00"));

    assertThat(prices.refresh()).isTrue();
    assertThat(usdOfAMillion(prices)).isEqualByComparingTo("3");
  }

  @Test
  void aFileThatIsTakenAwayStaysInForce() throws IOException {
    Path file = write(yaml("1.00"));
    LivePrices prices = LivePrices.open(BUNDLED, file);

    Files.delete(file);

    assertThat(prices.refresh()).isFalse();
    assertThat(usdOfAMillion(prices)).isEqualByComparingTo("1");
    assertThat(log.lines()).singleElement().asString().contains("does not exist");
  }

  private Path write(String yaml) throws IOException {
    Path written = Files.write(directory.resolve("new.yaml"), yaml.getBytes(UTF_8));
    return Files.move(
        written, directory.resolve("prices.yaml"), StandardCopyOption.REPLACE_EXISTING);
  }

  private static String yaml(String input) {
    return """
        entries:
          - id: openai/mine
            prices:
              - usd_per_million_tokens:
                  - input: %s
                    output: 5
        """.formatted(input);
  }

  private static BigDecimal usdOfAMillion(Pricing prices) {
    Usage usage = Usage.builder()
        .set(Count.INPUT, 1_000_000)
        .set(Count.OUTPUT, 0)
        .build(UsageStatus.MEASURED);
    return prices
        .quote(BilledCall.of(
            "openai",
            "mine",
            "mine",
            usage,
            BillingTerms.standard(),
            Instant.parse("2026-11-28T00:00:00Z")))
        .cost()
        .usd();
  }
}
