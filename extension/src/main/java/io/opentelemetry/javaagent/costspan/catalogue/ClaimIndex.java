package io.opentelemetry.javaagent.costspan.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All claims by exact id; two sources speak of one model only where they use one id. */
final class ClaimIndex {

  private final Map<String, Claims> claimsById = new TreeMap<>();
  private final List<ListedModel> withAliases = new ArrayList<>();
  private final Map<Source, LocalDate> dates = new EnumMap<>(Source.class);

  ClaimIndex(List<PriceList> lists) {
    lists.forEach(list -> dates.put(list.source(), list.date()));
    // What a list calls a model is worth more than what it says a model is called too.
    for (PriceList list : lists) {
      list.models().forEach(model -> add(list.source(), model, model.id()));
    }
    for (PriceList list : lists) {
      for (ListedModel model : list.models()) {
        addAliases(list.source(), model);
      }
    }
  }

  private void addAliases(Source source, ListedModel model) {
    if (model.aliases().isEmpty()) {
      return;
    }
    withAliases.add(model);
    for (String alias : model.aliases()) {
      // The other ids of a model of Bedrock are made from rules: they count where somebody has
      // them.
      if (!model.provider().equals("aws.bedrock")
          || claimsById.containsKey(model.provider() + "/" + alias)) {
        add(source, model, alias);
      }
    }
  }

  private void add(Source source, ListedModel model, String id) {
    claimsById
        .computeIfAbsent(
            model.provider() + "/" + id, any -> new Claims(model.provider(), id, dates))
        .add(source, model);
  }

  /** In the order of the ids. */
  Collection<Claims> all() {
    return claimsById.values();
  }

  /** Models that a list has under several ids. */
  List<ListedModel> withAliases() {
    return withAliases;
  }

  Claims of(String provider, String model) {
    Claims claims = claimsById.get(provider + "/" + model);
    return claims == null ? new Claims(provider, model, dates) : claims;
  }
}
