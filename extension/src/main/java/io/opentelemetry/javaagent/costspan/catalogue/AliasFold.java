package io.opentelemetry.javaagent.costspan.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes one entry of ids that are one model and came out with one price: ids that a list says are the
 * same, a snapshot and its model, {@code -latest} and its model.
 */
final class AliasFold {

  private static final String LATEST = "-latest";

  private static final Comparator<String> SHORTEST_FIRST =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private final Map<String, MergedModel> models = new TreeMap<>();
  private final Map<String, String> leaders = new HashMap<>();

  AliasFold(List<MergedModel> models) {
    models.forEach(model -> this.models.put(model.claims().id(), model));
  }

  /** Of every group of ids the one that the entry has, and the ids that became its aliases. */
  Map<MergedModel, Set<String>> fold(List<ListedModel> withAliases) {
    for (ListedModel model : withAliases) {
      model.aliases().forEach(alias -> unite(model.provider(), model.id(), alias));
    }
    for (MergedModel model : models.values()) {
      uniteWithBase(model.claims().provider(), model.claims().model());
    }
    Map<MergedModel, Set<String>> folded = new LinkedHashMap<>();
    groups().values().forEach(group -> {
      MergedModel first = group.get(0);
      TreeSet<String> aliases = new TreeSet<>();
      group.subList(1, group.size()).forEach(other -> aliases.add(other.claims().model()));
      folded.put(first, aliases);
    });
    return folded;
  }

  private void uniteWithBase(String provider, String model) {
    String base = ModelIds.withoutSnapshot(model);
    if (base != null) {
      unite(provider, base, model);
    }
    if (model.endsWith(LATEST)) {
      unite(provider, model.substring(0, model.length() - LATEST.length()), model);
    }
  }

  private void unite(String provider, String model, String other) {
    String id = provider + "/" + model;
    String otherId = provider + "/" + other;
    if (models.containsKey(id) && models.containsKey(otherId)) {
      leaders.put(leader(otherId), leader(id));
    }
  }

  private String leader(String id) {
    String leader = id;
    for (String next = leaders.get(leader);
        next != null && !next.equals(leader);
        next = leaders.get(leader)) {
      leader = next;
    }
    return leader;
  }

  /** Models of one group and one price, the shortest id first. */
  private Map<String, List<MergedModel>> groups() {
    Map<String, List<MergedModel>> groups = new TreeMap<>();
    models.forEach((id, model) -> groups
        .computeIfAbsent(leader(id) + " " + text(model), any -> new ArrayList<>())
        .add(model));
    groups
        .values()
        .forEach(group ->
            group.sort(Comparator.comparing(model -> model.claims().model(), SHORTEST_FIRST)));
    return groups;
  }

  private static String text(MergedModel model) {
    StringBuilder text = new StringBuilder();
    model.prices().forEach(price -> text.append(PriceText.of(price)));
    return text.toString();
  }
}
