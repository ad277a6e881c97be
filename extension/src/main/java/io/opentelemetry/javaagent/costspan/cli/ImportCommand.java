package io.opentelemetry.javaagent.costspan.cli;

import io.opentelemetry.javaagent.costspan.catalogue.BookImport;
import io.opentelemetry.javaagent.costspan.catalogue.CatalogueException;
import io.opentelemetry.javaagent.costspan.catalogue.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** Makes the bundled price book out of other people's price lists. */
final class ImportCommand implements Command {

  @Override
  public String name() {
    return "prices import";
  }

  @Override
  public List<String> help() {
    return Words.help(
        options(),
        "prices import     make a price book out of other people's price lists",
        "",
        "prices import --genai-prices F --pi-ai F --litellm F --langfuse F \\",
        "              --curated prices/curated.json --version 2026-11-28 --out price-book.json");
  }

  @Override
  public int run(String[] arguments, Console console) throws WrongUsage, IOException {
    Words words = Words.of(options(), arguments, name());
    words.requireNoRest(name());
    String out = required(words, "out");
    BookImport book = read(words);
    write(out, book.book());
    write(words.text("cross-check"), book.crossCheck());
    write(words.text("report"), book.report());
    console.say(out
        + ": "
        + Text.count(book.size())
        + " models, "
        + Text.count(book.curated())
        + " of them curated");
    return ExitCode.FINE;
  }

  private static BookImport read(Words words) throws WrongUsage, IOException {
    Sources sources =
        Sources.of(Books.path(required(words, "curated")), version(words.text("version")));
    sources = with(sources, words.text("genai-prices"), Sources::genaiPrices);
    sources = with(sources, words.text("pi-ai"), Sources::piAi);
    sources = with(sources, words.text("litellm"), Sources::liteLlm);
    sources = with(sources, words.text("langfuse"), Sources::langfuse);
    try {
      return BookImport.of(sources);
    } catch (CatalogueException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Sources with(
      Sources sources, @Nullable String file, BiFunction<Sources, Path, Sources> more)
      throws WrongUsage {
    return file == null ? sources : more.apply(sources, Books.path(file));
  }

  private static String required(Words words, String option) throws WrongUsage {
    String value = words.text(option);
    if (value == null) {
      throw new WrongUsage("--" + option + " is missing (see prices import --help)");
    }
    return value;
  }

  private static LocalDate version(@Nullable String day) throws WrongUsage {
    try {
      return day == null ? LocalDate.now(ZoneOffset.UTC) : LocalDate.parse(day);
    } catch (DateTimeException e) {
      throw new WrongUsage("--version " + day + " is not a day");
    }
  }

  private static void write(@Nullable String file, String text) throws WrongUsage, IOException {
    if (file != null) {
      Files.write(Books.path(file), text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static Options options() {
    return new Options()
        .addOption(Words.valued("genai-prices", "FILE", "genai-prices' data, as JSON"))
        .addOption(Words.valued("pi-ai", "FILE", "pi-ai's models, as JSON"))
        .addOption(
            Words.valued("litellm", "FILE", "LiteLLM's model_prices_and_context_window.json"))
        .addOption(Words.valued("langfuse", "FILE", "Langfuse's default-model-prices.json"))
        .addOption(
            Words.valued("curated", "FILE", "a book in our format that wins over the others"))
        .addOption(Words.valued("version", "DAY", "the day of the book; today when left out"))
        .addOption(Words.valued("out", "FILE", "where the book is written"))
        .addOption(Words.valued("cross-check", "FILE", "where the table of all sources is written"))
        .addOption(Words.valued("report", "FILE", "where the report is written"));
  }
}
