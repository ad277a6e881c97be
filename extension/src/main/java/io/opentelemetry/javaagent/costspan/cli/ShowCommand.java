package io.opentelemetry.javaagent.costspan.cli;

import io.opentelemetry.javaagent.costspan.price.Listing;
import io.opentelemetry.javaagent.costspan.price.PriceBook;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.commons.cli.Options;

/** All that the prices say about one model. */
final class ShowCommand implements Command {

  @Override
  public String name() {
    return "prices show";
  }

  @Override
  public List<String> help() {
    return Words.help(
        options(),
        "prices show ID    all that is known of one model",
        "",
        "prices show openai/gpt-5.6-sol",
        "prices show openai/gpt-5.6-sol --at 2026-08-20");
  }

  @Override
  public int run(String[] arguments, Console console) throws WrongUsage, IOException {
    Words words = Words.of(options(), arguments, name());
    if (words.rest().size() != 1) {
      throw new WrongUsage("prices show takes one id: prices show openai/gpt-4.1-mini");
    }
    Instant at = words.instant("at");
    Listing all = find(Books.inForce(words.text("prices")), words.rest().get(0));
    Listing listing = at == null ? all : all.at(at);
    if (words.has("json")) {
      console.write(json(listing));
    } else {
      print(listing, console);
    }
    return ExitCode.FINE;
  }

  private static Listing find(PriceBook book, String id) throws WrongUsage {
    Listing listing = book.listing(id);
    if (listing != null) {
      return listing;
    }
    Set<String> providers = book.providersOf(id);
    if (providers.size() == 1) {
      Listing only = book.listingOf(providers.iterator().next(), id);
      if (only != null) {
        return only;
      }
    }
    throw new WrongUsage(
        providers.isEmpty()
            ? "there is no " + id + "; prices list shows what there is"
            : id + " is sold by " + String.join(", ", providers) + ": put one of them before it");
  }

  private static void print(Listing listing, Console console) {
    console.say(listing.id() + ", book of " + listing.version());
    say(console, "aliases", String.join(", ", listing.aliases()));
    say(console, "sources", String.join(", ", listing.sources()));
    say(console, "compared", listing.checked() == null ? "" : listing.checked());
    say(console, "note", listing.note() == null ? "" : listing.note());
    if (listing.figures().isEmpty()) {
      console.say("  no price was in force then");
    }
    String above = "";
    for (Listing.Figure figure : listing.figures()) {
      String heading = figure.period() + ": " + figure.terms();
      if (!heading.equals(above)) {
        console.say("  " + heading);
        above = heading;
      }
      console.say("    " + Text.padded(figure.name(), 22) + figure.value() + "  " + figure.unit());
    }
  }

  private static void say(Console console, String label, String what) {
    if (!what.isEmpty()) {
      console.say("  " + Text.padded(label, 10) + what);
    }
  }

  private static String json(Listing listing) throws IOException {
    Json json = new Json();
    json.object(() -> {
      json.put("id", listing.id())
          .put("aliases", listing.aliases())
          .put("sources", listing.sources())
          .put("checked", listing.checked())
          .put("note", listing.note())
          .put("version", listing.version());
      json.array("figures", () -> {
        for (Listing.Figure figure : listing.figures()) {
          json.object(() -> json.put("period", figure.period())
              .put("terms", figure.terms())
              .put("name", figure.name())
              .put("value", figure.value())
              .put("unit", figure.unit()));
        }
      });
    });
    return json.done();
  }

  private static Options options() {
    return new Options()
        .addOption(Words.valued("at", "TIME", "only the price of a day; else those of all times"))
        .addOption(Words.valued("prices", "FILE", "with a price file of your own on top"))
        .addOption(Words.flag("json", "as JSON"));
  }
}
