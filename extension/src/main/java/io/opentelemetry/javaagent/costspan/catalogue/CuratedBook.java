package io.opentelemetry.javaagent.costspan.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The entries that people keep, and what they wrote about the sources. Immutable. */
final class CuratedBook {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final List<String> about;
  private final Map<String, String> sources;
  private final List<Entry> entries;
  private final Map<String, Entry> entryById = new HashMap<>();

  /**
   * @param sources what each source is; the first day in it is that of its newest figures
   */
  CuratedBook(List<String> about, Map<String, String> sources, List<Entry> entries) {
    this.about = about;
    this.sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    this.entries = entries;
    for (Entry entry : entries) {
      entryById.put(entry.id(), entry);
      for (String alias : entry.model().aliases()) {
        entryById.put(entry.model().provider() + "/" + alias, entry);
      }
    }
  }

  List<String> about() {
    return about;
  }

  Map<String, String> sources() {
    return sources;
  }

  List<Entry> entries() {
    return entries;
  }

  /** The entry that prices a model: by its id, or by its id without the date of a snapshot. */
  @Nullable
  Entry covering(String provider, String model) {
    Entry exact = entryById.get(provider + "/" + model);
    String base = ModelIds.withoutSnapshot(model);
    return exact != null || base == null ? exact : entryById.get(provider + "/" + base);
  }

  /**
   * The days of the sources' newest figures.
   *
   * @throws CatalogueException when the words about a source have no day in them
   */
  Map<Source, LocalDate> dates(String sourceName) throws CatalogueException {
    Map<Source, LocalDate> dates = new EnumMap<>(Source.class);
    for (Source source : Source.values()) {
      Matcher day = DAY.matcher(sources.getOrDefault(source.title(), ""));
      if (!day.find()) {
        throw new CatalogueException(sourceName + ": sources says no day for " + source.title());
      }
      try {
        dates.put(source, LocalDate.parse(day.group()));
      } catch (DateTimeException e) {
        throw new CatalogueException(sourceName + ": " + day.group() + " is no day", e);
      }
    }
    return dates;
  }
}
