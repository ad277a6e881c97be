package io.opentelemetry.javaagent.costspan.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.jspecify.annotations.Nullable;

/** The arguments of one command, taken apart. */
final class Words {

  private final CommandLine line;

  private Words(CommandLine line) {
    this.line = line;
  }

  /**
   * @param hint what to look at when this fails: the command's name
   */
  static Words of(Options options, String[] arguments, String hint) throws WrongUsage {
    try {
      DefaultParser parser =
          DefaultParser.builder().setAllowPartialMatching(false).get();
      return new Words(parser.parse(options, arguments));
    } catch (UnrecognizedOptionException e) {
      throw new WrongUsage("there is no option "
          + e.getOption()
          + Nearest.hint(e.getOption(), names(options))
          + " (see "
          + hint
          + " --help)");
    } catch (ParseException e) {
      throw new WrongUsage(e.getMessage() + " (see " + hint + " --help)");
    }
  }

  private static List<String> names(Options options) {
    List<String> names = new ArrayList<>();
    for (Option option : options.getOptions()) {
      names.add("--" + option.getLongOpt());
    }
    return names;
  }

  boolean has(String option) {
    return line.hasOption(option);
  }

  @Nullable
  String text(String option) {
    return line.getOptionValue(option);
  }

  /** A day, which begins at 00:00 UTC, or an instant; null when the option is left out. */
  @Nullable
  Instant instant(String option) throws WrongUsage {
    String text = text(option);
    if (text == null) {
      return null;
    }
    try {
      return text.indexOf('T') >= 0
          ? Instant.parse(text)
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new WrongUsage(
          "--" + option + " " + text + " is neither a day nor like 2026-11-28T10:00:00Z");
    }
  }

  /** The same, and now when the option is left out. */
  Instant instantOrNow(String option) throws WrongUsage {
    Instant instant = instant(option);
    return instant == null ? Instant.now() : instant;
  }

  /** What stands between the options. */
  List<String> rest() {
    return line.getArgList();
  }

  /** Refuses words that no option takes. */
  void requireNoRest(String hint) throws WrongUsage {
    if (!rest().isEmpty()) {
      throw new WrongUsage(rest().get(0) + " is not expected here (see " + hint + " --help)");
    }
  }

  /** An option with a value. */
  static Option valued(String name, String value, String purpose) {
    return Option.builder().longOpt(name).hasArg().argName(value).desc(purpose).get();
  }

  static Option flag(String name, String purpose) {
    return Option.builder().longOpt(name).desc(purpose).get();
  }

  /** What a command is for, then one line per option, aligned. */
  static List<String> help(Options options, String... purpose) {
    List<String> lines = new ArrayList<>(Arrays.asList(purpose));
    lines.add("");
    for (Option option : options.getOptions()) {
      String name = "--" + option.getLongOpt() + (option.hasArg() ? " " + option.getArgName() : "");
      lines.add("  " + Text.padded(name, 28) + " " + option.getDescription());
    }
    return lines;
  }
}
