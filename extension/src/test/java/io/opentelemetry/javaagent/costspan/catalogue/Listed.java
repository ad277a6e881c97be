package io.opentelemetry.javaagent.costspan.catalogue;

import java.time.LocalDate;
import java.util.List;

/** What a reader made of a sample, as the text that our book would have. */
final class Listed {

  static final LocalDate DAY = LocalDate.parse("2026-08-01");

  private Listed() {}

  static String priceOf(PriceList list, String id) {
    return pricesOf(list, id).get(0);
  }

  static List<String> pricesOf(PriceList list, String id) {
    return model(list, id).prices().stream().map(Listed::text).toList();
  }

  static ListedModel model(PriceList list, String id) {
    return list.models().stream()
        .filter(model -> (model.provider() + "/" + model.id()).equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is not among " + ids(list)));
  }

  static List<String> ids(PriceList list) {
    return list.models().stream()
        .map(model -> model.provider() + "/" + model.id())
        .toList();
  }

  static String text(ListedPrice price) {
    return PriceText.of(price).replaceAll("\\[\n *", "[").replaceAll("\n *", " ");
  }
}
