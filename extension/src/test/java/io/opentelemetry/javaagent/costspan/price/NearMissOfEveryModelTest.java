package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Around every id and alias of the bundled book: a name that differs from it by a digit, a letter,
 * an order or a suffix has a price only where the difference is one that the documentation lists.
 */
class NearMissOfEveryModelTest {

  private static final PriceBook BOOK = PriceBook.bundled();

  /** A snapshot's date, as the documentation of the matching has it. */
  private static final Pattern SNAPSHOT =
      Pattern.compile("(-20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])"
          + "|[-@]20\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01]))$");

  private static final Pattern PROFILE =
      Pattern.compile("^(us|eu|jp|au|apac|ca|us-gov|sa|me|global)\\.");

  /** Whose list a provider sells at. */
  private static final Map<String, List<String>> LISTS = Map.of(
      "azure.ai.openai", List.of("openai"),
      "gcp.vertex_ai", List.of("gcp.gemini", "anthropic"));

  private final Map<String, String> wrong = new TreeMap<>();
  private int misses;

  @Test
  void noneHasThePriceOfItsNeighbour() {
    for (PriceEntry entry : BOOK.entries()) {
      for (String model : entry.models()) {
        for (String miss : around(model)) {
          check(entry.provider(), miss);
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(misses).isGreaterThan(1_000);
  }

  /** A hosted model's name says nothing about a server of one's own, and no list is theirs. */
  @Test
  void localServersHaveNoneOfTheirPrices() {
    for (PriceEntry entry : BOOK.entries()) {
      for (String model : entry.models()) {
        for (String local : new String[] {"ollama", "vllm", "llama_cpp"}) {
          assertThat(reason(local, model)).as(model).isEqualTo(UnpricedReason.UNKNOWN_MODEL);
        }
      }
    }
  }

  @Test
  void aFineTuneHasNoneOfTheirPrices() {
    for (PriceEntry entry : BOOK.entries()) {
      for (String model : entry.models()) {
        String fineTune = "ft:" + model;
        if (!isListed(entry.provider(), fineTune)) {
          assertThat(reason(entry.provider(), fineTune + ":acme::x1"))
              .as(entry.provider() + " " + fineTune)
              .isEqualTo(UnpricedReason.UNKNOWN_MODEL);
        }
      }
    }
  }

  private void check(String provider, String miss) {
    if (!isListed(provider, miss)) {
      misses++;
      if (reason(provider, miss) != UnpricedReason.UNKNOWN_MODEL) {
        wrong.put(provider + " " + miss, "has a price");
      }
    }
  }

  /** Whether the name is in the book once all is off that is no part of a model's name. */
  private static boolean isListed(String provider, String model) {
    String id = model.toLowerCase(Locale.ROOT);
    List<String> providers = new ArrayList<>(LISTS.getOrDefault(provider, List.of()));
    providers.add(provider);
    Set<String> names = new LinkedHashSet<>(List.of(model, id));
    names.add(id.substring(id.indexOf('/') + 1));
    names.add(id.replaceFirst("^.*/models/|^models/", ""));
    names.addAll(names.stream().map(it -> PROFILE.matcher(it).replaceFirst("")).toList());
    names.addAll(
        names.stream().map(it -> it.replaceFirst("^(ft:[^:]*):.*", "$1")).toList());
    names.addAll(names.stream().map(it -> SNAPSHOT.matcher(it).replaceFirst("")).toList());
    boolean mayNameOthers = provider.equals("openai") || provider.equals("anthropic");
    return names.stream()
        .anyMatch(name -> BOOK.providersOf(name).stream()
            .anyMatch(it -> providers.contains(it) || mayNameOthers && id.startsWith(it + "/")));
  }

  private static Set<String> around(String model) {
    Set<String> around = new LinkedHashSet<>();
    for (String suffix : List.of("-pro", "-mini", "-fast", "-preview", "-latest", "x", "-v2:0")) {
      around.add(model + suffix);
    }
    int last = model.length() - 1;
    around.add(model.substring(0, last));
    around.add(model.charAt(0) + model);
    int middle = model.length() / 2;
    around.add(model.substring(0, middle) + model.charAt(middle) + model.substring(middle));
    around.add(swapped(model, middle));
    around.add(nextDigit(model));
    String[] words = model.split("-", -1);
    if (words.length > 1) {
      around.add(model.substring(0, model.lastIndexOf('-')));
      around.add(model.substring(model.indexOf('-') + 1));
      around.add(words[words.length - 1] + "-" + model.substring(0, model.lastIndexOf('-')));
      around.add(model.replaceFirst("-", ""));
    }
    around.remove("");
    around.remove(model);
    return around;
  }

  private static String swapped(String model, int at) {
    return at == 0
        ? model
        : model.substring(0, at - 1)
            + model.charAt(at)
            + model.charAt(at - 1)
            + model.substring(at + 1);
  }

  /** The version after this one: the last digit counted up. */
  private static String nextDigit(String model) {
    for (int i = model.length() - 1; i >= 0; i--) {
      char c = model.charAt(i);
      if (c >= '0' && c <= '9') {
        return model.substring(0, i) + (c - '0' + 1) + model.substring(i + 1);
      }
    }
    return model + "2";
  }

  private static UnpricedReason reason(String provider, String model) {
    return PricedCall.at(provider).responseModel(model).input(1).output(1).reasonBy(BOOK);
  }
}
