package io.opentelemetry.javaagent.costspan.cli;

import io.opentelemetry.javaagent.costspan.price.Listing;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** The models that have a price. */
final class ListCommand implements Command {

  @Override
  public String name() {
    return "prices list";
  }

  @Override
  public List<String> help() {
    return Words.help(
        options(),
        "prices list       the models that have a price",
        "",
        "prices list --provider mistral_ai",
        "prices list --prices my-prices.yaml --at 2026-06-30");
  }

  @Override
  public int run(String[] arguments, Console console) throws WrongUsage, IOException {
    Words words = Words.of(options(), arguments, name());
    words.requireNoRest(name());
    List<Listing> listings = new ArrayList<>();
    String provider = words.text("provider");
    Instant at = words.instantOrNow("at");
    for (Listing listing : Books.inForce(words.text("prices")).listings()) {
      if (provider == null || listing.provider().equals(provider)) {
        listings.add(listing.at(at));
      }
    }
    if (listings.isEmpty()) {
      throw new WrongUsage("no model of the provider " + provider + " has a price");
    }
    if (words.has("json")) {
      console.write(json(listings));
    } else {
      print(listings, console);
    }
    return ExitCode.FINE;
  }

  private static void print(List<Listing> listings, Console console) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"id", "aliases", "input", "output", "sources"});
    for (Listing listing : listings) {
      rows.add(new String[] {
        listing.id(),
        listing.aliases().isEmpty() ? "" : Text.count(listing.aliases().size()),
        or(standard(listing, "input"), ""),
        or(standard(listing, "output"), ""),
        String.join(" ", listing.sources())
      });
    }
    Text.table(rows, console);
    console.say(Text.counted(listings.size(), "model")
        + "; USD per million tokens, standard terms, price of the day");
  }

  private static String json(List<Listing> listings) throws IOException {
    Json json = new Json();
    json.array(() -> {
      for (Listing listing : listings) {
        json.object(() -> json.put("id", listing.id())
            .put("aliases", listing.aliases())
            .put("input", standard(listing, "input"))
            .put("output", standard(listing, "output"))
            .put("sources", listing.sources())
            .put("version", listing.version()));
      }
    });
    return json.done();
  }

  /** The rate without anything special; null when there is none. */
  private static @Nullable String standard(Listing listing, String name) {
    String found = null;
    for (Listing.Figure figure : listing.figures()) {
      if (figure.terms().equals("standard") && figure.name().equals(name)) {
        found = figure.value();
      }
    }
    return found;
  }

  private static String or(@Nullable String text, String other) {
    return text == null ? other : text;
  }

  private static Options options() {
    return new Options()
        .addOption(Words.valued("provider", "NAME", "only those of one provider"))
        .addOption(Words.valued("at", "TIME", "the prices of a day; else of now"))
        .addOption(Words.valued("prices", "FILE", "with a price file of your own on top"))
        .addOption(Words.flag("json", "as JSON"));
  }
}
