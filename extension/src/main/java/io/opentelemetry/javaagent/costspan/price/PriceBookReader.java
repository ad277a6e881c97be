package io.opentelemetry.javaagent.costspan.price;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads a book: its head, and that no entry and no model stands in it twice. Used once. */
final class PriceBookReader {

  private final String sourceName;
  private final Map<String, PriceEntry> entries = new LinkedHashMap<>();
  private final ModelIndex models = new ModelIndex();

  PriceBookReader(String sourceName) {
    this.sourceName = sourceName;
  }

  PriceBook read(InputStream json) throws IOException {
    JsonObject book = JsonReader.read(json, sourceName);
    book.requireOnly("about", "version", "sources", "entries");
    String version = book.day("version").toString();
    Set<String> sources =
        book.has("sources") ? book.object("sources").names() : Collections.emptySet();
    for (JsonObject unnamed : book.objects("entries")) {
      JsonObject entry = unnamed.named("entry " + unnamed.text("id"));
      add(PriceEntryReader.read(entry, sources, version), entry);
    }
    return new PriceBook(version, entries, models);
  }

  private void add(PriceEntry entry, JsonObject json) throws PriceBookException {
    if (entries.put(entry.id(), entry) != null) {
      throw json.problem("id", "stands in the book twice");
    }
    for (String model : entry.models()) {
      PriceEntry other = models.put(model, entry);
      if (other != null) {
        throw json.problem("aliases", "has " + model + ", which is in " + other.id() + " too");
      }
    }
  }
}
