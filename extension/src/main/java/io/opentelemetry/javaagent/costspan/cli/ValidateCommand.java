package io.opentelemetry.javaagent.costspan.cli;

import io.opentelemetry.javaagent.costspan.price.PriceBook;
import java.io.IOException;
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
      console.say(file
          + ": "
          + Text.count(book.size())
          + (book.size() == 1 ? " model, " : " models, ")
          + Text.count(book.contracts())
          + " discounts, aliases, free models and tenants");
      return ExitCode.FINE;
    } catch (IOException e) {
      console.complain(e.getMessage() == null ? e.toString() : e.getMessage());
      return ExitCode.NO;
    }
  }
}
