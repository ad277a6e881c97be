package io.opentelemetry.javaagent.costspan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.price.PriceBook;
import io.opentelemetry.javaagent.costspan.price.Pricing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceBooksTest {

  private static final PriceBook BUNDLED = PriceBook.bundled();
  private static final LocalDate ITS_DAY = LocalDate.parse(BUNDLED.version());

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
  void usesTheBundledBookWhenThereIsNoOther() {
    Pricing book = new PriceBooks(ITS_DAY).inForce(null, 0);

    assertThat(book.size()).isEqualTo(BUNDLED.size()).isPositive();
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void putsTheOperatorsBookOnTop() throws IOException {
    Path file = write("""
            {"version": "2026-11-01", "entries": [
              {"id": "openai/house-model", "checked": "2026-11-01", "prices": [
                {"usd_per_million_tokens": [{"input": "1.00", "output": "2.00"}]}]}]}
            """);

    Pricing book = new PriceBooks(ITS_DAY).inForce(file, 0);

    assertThat(log.lines()).isEmpty();
    assertThat(book.size()).isEqualTo(BUNDLED.size() + 1);
  }

  @Test
  void warnsOnceAboutAFileThatDoesNotExist() {
    Path file = directory.resolve("missing.json");

    Pricing book = new PriceBooks(ITS_DAY).inForce(file, 0);

    assertThat(book.size()).isEqualTo(BUNDLED.size());
    assertThat(log.lines())
        .containsExactly("WARNING Price file "
            + file
            + ": does not exist; used instead: the bundled prices only");
  }

  @Test
  void warnsOnceAboutAFileThatIsNoPriceBook() throws IOException {
    Path file = write("{\"entries\": 7");

    Pricing book = new PriceBooks(ITS_DAY).inForce(file, 0);

    assertThat(book.size()).isEqualTo(BUNDLED.size());
    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith("WARNING Price file " + file + ", line 1: ")
        .endsWith("; used instead: the bundled prices only");
  }

  @Test
  void doesNotTryToReadWhatIsNoFile() {
    Pricing book = new PriceBooks(ITS_DAY).inForce(directory, 0);

    assertThat(book.size()).isEqualTo(BUNDLED.size());
    assertThat(log.lines()).singleElement().asString().contains("is not a file");
  }

  @Test
  void warnsFrom121DaysOnThatTheBundledPricesAreOld() {
    new PriceBooks(ITS_DAY.plusDays(120)).inForce(null, 0);
    assertThat(log.lines()).isEmpty();

    new PriceBooks(ITS_DAY.plusDays(121)).inForce(null, 0);
    assertThat(log.lines()).singleElement().asString().contains("121 days ago");
  }

  private Path write(String json) throws IOException {
    return Files.write(directory.resolve("prices.json"), json.getBytes(UTF_8));
  }
}
