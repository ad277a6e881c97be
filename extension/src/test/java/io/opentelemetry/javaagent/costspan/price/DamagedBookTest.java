package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DamagedBookTest {

  private static final byte[] BOOK = bundled();

  @Property(tries = 300)
  void isReadOrRefusedAndNothingElse(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 50_000) Integer> where,
      @ForAll byte what,
      @ForAll @IntRange(max = 200_000) int length)
      throws IOException {
    byte[] damaged = BOOK.clone();
    where.forEach(at -> damaged[at] = what);

    try {
      PriceBook book = PriceBook.parse(
          new ByteArrayInputStream(Arrays.copyOf(damaged, Math.min(length, BOOK.length))),
          "damaged.json");

      assertThat(book.size()).isLessThanOrEqualTo(PriceBook.bundled().size());
    } catch (PriceBookException refused) {
      assertThat(refused).hasMessageMatching("(?s)damaged\\.json, line \\d+[:,].*");
    }
  }

  private static byte[] bundled() {
    try (InputStream book = PriceBook.class.getResourceAsStream("price-book.json")) {
      return book.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
