package io.opentelemetry.javaagent.costspan.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes a book of what people keep and what the lists say. */
final class Merge {

  private final CuratedBook curated;
  private final ClaimIndex index;
  private final LocalDate version;
  private final List<Entry> entries = new ArrayList<>();
  private final List<CheckedEntry> checked = new ArrayList<>();
  private final List<String> redundant = new ArrayList<>();
  private final Map<Entry, Set<String>> aliasesOf = new HashMap<>();

  private Merge(CuratedBook curated, List<PriceList> lists, LocalDate version) {
    this.curated = curated;
    this.index = new ClaimIndex(lists);
    this.version = version;
  }

  /**
   * @param version the day for which the book is
   */
  static Merge of(CuratedBook curated, List<PriceList> lists, LocalDate version) {
    Merge merge = new Merge(curated, lists, version);
    merge.addMerged();
    merge.addCurated();
    merge.entries.forEach(VertexRegions::addTo);
    Comparator<Entry> order = Comparator.comparing(
            (Entry entry) -> entry.model().provider())
        .thenComparing(entry -> entry.checked().isEmpty());
    merge.entries.sort(order);
    merge.checked.sort(Comparator.comparing(CheckedEntry::entry, order));
    return merge;
  }

  /** By provider; those that people keep before the others, in their order. */
  List<Entry> entries() {
    return entries;
  }

  /** The entries and what the sources say about them. */
  List<CheckedEntry> checked() {
    return checked;
  }

  /** Ids that the engine finds by another entry with the same price. */
  List<String> redundant() {
    return redundant;
  }

  private void addCurated() {
    for (Entry entry : curated.entries()) {
      Entry known = entry.alsoKnownAs(aliasesOf.getOrDefault(entry, Collections.emptySet()));
      entries.add(known);
      checked.add(new CheckedEntry(
          known, index.of(entry.model().provider(), entry.model().id()), null));
    }
  }

  /** The entry that people keep of a model which a list has under this id too. */
  private @Nullable Entry namedByAList(Claims claims) {
    for (ListedModel listed : claims.models().values()) {
      Entry entry = curated.covering(listed.provider(), listed.id());
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  private void addMerged() {
    List<MergedModel> merged = new ArrayList<>();
    for (Claims claims : index.all()) {
      boolean isAPrefix = claims.model().endsWith("/");
      if (!isAPrefix && curated.covering(claims.provider(), claims.model()) == null) {
        MergedModel model = ModelMerge.of(claims);
        Entry named = namedByAList(claims);
        if (isOfListPrice(model)) {
          redundant.add(claims.id());
        } else if (named != null && hasPriceOf(model, named)) {
          aliasesOf.computeIfAbsent(named, any -> new TreeSet<>()).add(claims.model());
        } else if (!model.prices().isEmpty()) {
          merged.add(model);
        }
      }
    }
    new AliasFold(merged).fold(index.withAliases()).forEach(this::addMerged);
  }

  private void addMerged(MergedModel model, Set<String> aliases) {
    List<String> sources = new ArrayList<>();
    model.sources().forEach(source -> sources.add(source.title()));
    Claims claims = model.claims();
    Entry entry = new Entry(
        new ListedModel(claims.provider(), claims.model(), aliases, model.prices()),
        sources,
        "",
        model.note());
    entries.add(entry);
    checked.add(new CheckedEntry(entry, claims, model));
  }

  /**
   * Whether the engine falls back to a list price that people keep. Azure's global deployments cost
   * what OpenAI's list says (2026-11-21); an entry of their own would keep what is known there about
   * tiers, cuts and fees from being used. Vertex has its own prices where they differ from Gemini's.
   */
  private boolean isOfListPrice(MergedModel model) {
    Claims claims = model.claims();
    if (claims.provider().equals("azure.ai.openai")) {
      return curated.covering("openai", claims.model()) != null;
    }
    Entry list = claims.provider().equals("gcp.vertex_ai")
        ? curated.covering("gcp.gemini", claims.model())
        : null;
    return list != null && hasPriceOf(model, list);
  }

  private boolean hasPriceOf(MergedModel model, Entry list) {
    for (ListedPrice price : model.prices()) {
      if (price.covers(version)) {
        return isSame(price, list, RateName.INPUT) && isSame(price, list, RateName.OUTPUT);
      }
    }
    return false;
  }

  private boolean isSame(ListedPrice price, Entry list, RateName rate) {
    Figure figure = price.rates().get(Terms.STANDARD, rate);
    return figure == null || figure.equals(list.figure(version, Terms.STANDARD, rate));
  }

  LocalDate version() {
    return version;
  }
}
