package io.opentelemetry.javaagent.costspan.cli;

import io.opentelemetry.javaagent.costspan.price.Agreement;
import io.opentelemetry.javaagent.costspan.price.Listing;
import io.opentelemetry.javaagent.costspan.price.PriceBook;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.Options;

/** Whether price files can be used, and what is wrong with them if not. */
final class ValidateCommand implements Command {

  @Override
  public String name() {
    return "prices validate";
  }

  @Override
  public List<String> help() {
    return Arrays.asList(
        "prices validate FILE...  whether price files can be used",
        "",
        "prices validate my-prices.yaml",
        "",
        "A rate more than 10 times from that of the bundled entry that it replaces is warned of.",
        "Exit codes: 0 all can be used, 1 one cannot; what is wrong stands on a line of its own.");
  }

  @Override
  public int run(String[] arguments, Console console) throws WrongUsage, IOException {
    Words words = Words.of(new Options(), arguments, name());
    if (words.rest().isEmpty()) {
      throw new WrongUsage("prices validate takes the names of price files");
    }
    int code = ExitCode.FINE;
    for (String file : words.rest()) {
      code = Math.max(code, validate(file, console));
    }
    return code;
  }

  private static int validate(String file, Console console) throws WrongUsage {
    try {
      PriceBook book = Books.alone(file);
      console.say(file + ": OK, " + contents(book));
      FarOff.warn(file, book, PriceBook.bundled(), Instant.now(), console);
      return ExitCode.FINE;
    } catch (IOException e) {
      console.complain(e.getMessage() == null ? e.toString() : e.getMessage());
      return ExitCode.NO;
    }
  }

  /** What stands in a book, for everybody and for single tenants. */
  private static String contents(PriceBook book) {
    List<Listing> entries = new ArrayList<>(book.listings());
    List<Agreement> agreements = new ArrayList<>(book.agreements());
    for (String tenant : book.tenants()) {
      entries.addAll(book.listingsOf(tenant));
      agreements.addAll(book.agreementsOf(tenant));
    }
    int aliases = count(agreements, Agreement.Kind.ALIAS);
    for (Listing entry : entries) {
      aliases += entry.aliases().size();
    }
    return (entries.size() == 1 ? "1 entry" : Text.count(entries.size()) + " entries")
        + ", "
        + Text.counted(aliases, "alias")
        + ", "
        + Text.counted(count(agreements, Agreement.Kind.DISCOUNT), "discount")
        + ", "
        + count(agreements, Agreement.Kind.FREE)
        + " free, "
        + Text.counted(book.tenants().size(), "tenant");
  }

  private static int count(List<Agreement> agreements, Agreement.Kind kind) {
    int count = 0;
    for (Agreement agreement : agreements) {
      count += agreement.kind() == kind ? 1 : 0;
    }
    return count;
  }
}
