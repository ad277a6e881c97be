package io.costspan.benchmarks.price;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.price.PriceBook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class GrownBookTest {

  @Test
  void hasAsManyEntriesAsWereAskedFor() throws IOException {
    GrownBook bundled = GrownBook.ofBundled();
    int entries = 3 * bundled.entries() + 7;

    String grown = bundled.grownTo(entries);

    byte[] bytes = grown.getBytes(US_ASCII);
    assertThat(PriceBook.parse(new ByteArrayInputStream(bytes), "grown").size()).isEqualTo(entries);
    assertThat(new GrownBook(grown).entries()).isEqualTo(entries);
  }
}
