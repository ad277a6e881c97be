package io.opentelemetry.javaagent.costspan.price;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.Count;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** Nor does a note, a source or a rate become a name. */
  @Test
  void answersToNothingElseThatStandsInTheDocument() throws IOException {
    PriceBook parsed = parsed();
    PriceBook lazy = PriceBook.bundled();

    for (String text : textsOfTheDocument()) {
      assertThat(lazy.providersOf(text)).as(text).isEqualTo(parsed.providersOf(text));
      assertThat(lazy.listing(text) == null).as(text).isEqualTo(parsed.listing(text) == null);
    }
  }

  @Test
  void quotesWhatTheParsedOneQuotes() throws IOException {
    PriceBook parsed = parsed();
    PriceBook lazy = PriceBook.bundled();

    for (PriceEntry entry : parsed.entries()) {
      for (String model : entry.models()) {
        for (PricedCall call : calls(entry.provider(), model)) {
          assertThat(text(call.quotedBy(lazy)))
              .as(entry.provider() + " " + model)
              .isEqualTo(text(call.quotedBy(parsed)));
        }
      }
    }
  }

  private static List<PricedCall> calls(String provider, String model) {
    return List.of(
        call(provider, model, 1_000),
        call(provider, model, 1_000).on("2025-06-01"),
        call(provider, model, 1_000).serviceTier("batch"),
        call(provider, model, 1_000).serviceTier("priority").region("us"),
        call(provider, model, 1_000_000),
        PricedCall.at(provider).responseModel(model).count(Count.IMAGES, 2).count(Count.PAGES, 3));
  }

  private static PricedCall call(String provider, String model, long input) {
    return PricedCall.at(provider)
        .responseModel(model)
        .input(input)
        .cacheRead(300)
        .cacheWrite(200)
        .output(100)
        .reasoning(30);
  }

  private static String text(Quote quote) {
    Cost cost = quote.cost();
    return cost == null
        ? "" + quote.reason()
        : cost.entry() + " " + cost.version() + " " + cost.parts() + " " + cost.cacheSavedUsd();
  }

  private static Set<String> textsOfTheDocument() throws IOException {
    Set<String> texts = new TreeSet<>();
    try (InputStream book = BundledBook.stream()) {
      Matcher text =
          Pattern.compile("\"([^\"]+)\"").matcher(new String(book.readAllBytes(), UTF_8));
      while (text.find()) {
        texts.add(text.group(1));
        texts.add(text.group(1).substring(text.group(1).indexOf('/') + 1));
      }
    }
    return texts;
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
