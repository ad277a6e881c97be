package io.opentelemetry.javaagent.costspan.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** What differs between two price books. */
final class DiffCommand implements Command {

  @Override
  public String name() {
    return "prices diff";
  }

  @Override
  public List<String> help() {
    return Arrays.asList(
        "prices diff A B   what differs between two price files",
        "",
        "prices diff bundled my-prices.yaml    (bundled: the book in the jar)",
        "",
        "By entry: rates, terms, periods; by tenant too; aliases, discounts and what is free.",
        "Of the bundled book only the models that the other one has are compared.",
        "Exit codes: 0 nothing differs, 1 something does.");
  }

  @Override
  public int run(String[] arguments, Console console) throws WrongUsage, IOException {
    Words words = Words.of(new Options(), arguments, name());
    if (words.rest().size() != 2) {
      throw new WrongUsage("prices diff takes two price files, or one and the word bundled");
    }
    String left = words.rest().get(0);
    String right = words.rest().get(1);
    Map<String, Map<String, String>> before = BookFigures.of(Books.alone(left));
    Map<String, Map<String, String>> after = BookFigures.of(Books.alone(right));
    if (left.equals(Books.BUNDLED)) {
      before.keySet().retainAll(after.keySet());
    } else if (right.equals(Books.BUNDLED)) {
      after.keySet().retainAll(before.keySet());
    }
    return compare(before, after, console) == 0 ? ExitCode.FINE : ExitCode.NO;
  }

  private static int compare(
      Map<String, Map<String, String>> before,
      Map<String, Map<String, String>> after,
      Console console) {
    TreeSet<String> ids = new TreeSet<>(before.keySet());
    ids.addAll(after.keySet());
    int differences = 0;
    for (String id : ids) {
      differences += compare(id, before.get(id), after.get(id), console);
    }
    console.say(differences == 0 ? "no difference" : Text.counted(differences, "difference"));
    return differences;
  }

  private static int compare(
      String id,
      @Nullable Map<String, String> before,
      @Nullable Map<String, String> after,
      Console console) {
    if (before == null || after == null) {
      console.say((before == null ? "+ " : "- ") + id);
      return 1;
    }
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    int differences = 0;
    for (String name : names) {
      String was = before.getOrDefault(name, "nothing");
      String is = after.getOrDefault(name, "nothing");
      if (!was.equals(is)) {
        console.say("  " + id + "  " + name + "  " + was + " -> " + is);
        differences++;
      }
    }
    return differences;
  }
}
