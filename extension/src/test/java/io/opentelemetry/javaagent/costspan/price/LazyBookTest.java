package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The book that is found by its layout is the book that is parsed. */
class LazyBookTest {

  @Test
  void everyEntryUnderEveryNameIsTheParsedOne() throws IOException {
    PriceBook parsed = parsed();
    PriceBook lazy = PriceBook.bundled();

    assertThat(lazy.version()).isEqualTo(parsed.version());
    assertThat(lazy.size()).isEqualTo(parsed.size());
    Map<String, String> expected = byId(parsed);
    assertThat(byId(lazy)).containsExactlyInAnyOrderEntriesOf(expected);
    for (PriceEntry entry : parsed.entries()) {
      for (String model : entry.models()) {
        assertThat(lazy.listingOf(entry.provider(), model).id()).as(model).isEqualTo(entry.id());
      }
    }
  }

  private static Map<String, String> byId(PriceBook book) {
    return book.listings().stream().collect(Collectors.toMap(Listing::id, LazyBookTest::text));
  }

  private static String text(Listing listing) {
    Function<Listing.Figure, String> figure =
        it -> it.period() + " " + it.terms() + " " + it.name() + " " + it.value();
    List<String> figures = listing.figures().stream().map(figure).toList();
    return listing.aliases() + " " + listing.sources() + " " + listing.note() + " " + figures;
  }

  private static PriceBook parsed() throws IOException {
    try (InputStream book = BundledBook.stream()) {
      return PriceBook.parse(book, "price-book.json");
    }
  }
}
