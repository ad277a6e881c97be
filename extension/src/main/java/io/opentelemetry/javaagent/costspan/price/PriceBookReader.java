package io.opentelemetry.javaagent.costspan.price;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a book whole: its head, its entries, and the contracts of a user's book. */
final class PriceBookReader {

  /** The version of a user's book that names none. */
  private static final String NO_VERSION = "undated";

  private PriceBookReader() {}

  static PriceBook read(JsonObject book) throws IOException {
    book.requireOnly(
        "about",
        "version",
        "sources",
        "entries",
        ContractsReader.ALIASES,
        ContractsReader.DISCOUNTS,
        ContractsReader.FREE,
        "tenants");
    String version = book.has("version") ? book.day("version").toString() : NO_VERSION;
    Set<String> sources = book.has("sources") ? book.object("sources").names() : null;
    return PriceBook.of(version, content(book, sources, version), tenants(book, sources, version));
  }

  private static Map<String, BookContent> tenants(
      JsonObject book, @Nullable Set<String> sources, String version) throws PriceBookException {
    if (!book.has("tenants")) {
      return Collections.emptyMap();
    }
    Map<String, BookContent> tenants = new HashMap<>();
    for (JsonObject unnamed : book.objects("tenants")) {
      String tenant = unnamed.text("tenant");
      JsonObject json = unnamed.named("tenant " + tenant);
      json.requireOnly(
          "tenant",
          "entries",
          ContractsReader.ALIASES,
          ContractsReader.DISCOUNTS,
          ContractsReader.FREE);
      if (tenants.put(tenant, content(json, sources, version)) != null) {
        throw json.problem("tenant", "stands in the book twice");
      }
    }
    return Collections.unmodifiableMap(tenants);
  }

  private static BookContent content(JsonObject book, @Nullable Set<String> sources, String version)
      throws PriceBookException {
    BookContent.Builder content = new BookContent.Builder();
    if (book.has("entries")) {
      for (JsonObject unnamed : book.objects("entries")) {
        JsonObject json = unnamed.named("entry " + unnamed.text("id"));
        add(content, PriceEntryReader.read(json, sources, version), json);
      }
    }
    return content.build(ContractsReader.read(book));
  }

  private static void add(BookContent.Builder content, PriceEntry entry, JsonObject json)
      throws PriceBookException {
    BookEntry listed = BookEntry.of(entry);
    if (!content.add(listed)) {
      throw json.problem("id", "stands in the book twice");
    }
    for (String model : entry.models()) {
      BookEntry other = content.name(model, listed);
      if (other != null) {
        throw json.problem("aliases", "has " + model + ", which is in " + other.id() + " too");
      }
    }
  }
}
