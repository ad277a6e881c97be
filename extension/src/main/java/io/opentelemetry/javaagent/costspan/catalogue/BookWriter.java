package io.opentelemetry.javaagent.costspan.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a book in the layout by which the agent finds entries without parsing it: each begins on a
 * line of its own with four spaces, its aliases follow on a line with five.
 */
final class BookWriter {

  private final StringBuilder out = new StringBuilder(1 << 20);

  private BookWriter() {}

  /**
   * @param version null for a book that has none of its own
   */
  static String write(
      List<String> about,
      @Nullable String version,
      Map<String, String> sources,
      List<Entry> entries) {
    BookWriter writer = new BookWriter();
    writer.head(about, version, sources);
    String separator = "\n";
    for (Entry entry : entries) {
      writer.out.append(separator);
      writer.entry(entry);
      separator = ",\n";
    }
    writer.out.append("\n  ]\n}\n");
    return writer.out.toString();
  }

  private void head(List<String> about, @Nullable String version, Map<String, String> sources) {
    out.append("{\n");
    if (!about.isEmpty()) {
      out.append("  \"about\": ").append(JsonText.array(about)).append(",\n");
    }
    if (version != null) {
      out.append("  \"version\": ").append(JsonText.quoted(version)).append(",\n");
    }
    if (!sources.isEmpty()) {
      List<String> fields = new ArrayList<>();
      sources.forEach((name, words) ->
          fields.add("\n    " + JsonText.quoted(name) + ": " + JsonText.quoted(words)));
      out.append("  \"sources\": {").append(String.join(",", fields)).append("\n  },\n");
    }
    out.append("  \"entries\": [");
  }

  private void entry(Entry entry) {
    out.append("    {\"id\": ").append(JsonText.quoted(entry.id())).append(",\n");
    Collection<String> aliases = entry.model().aliases();
    if (!aliases.isEmpty()) {
      out.append("     \"aliases\": ").append(JsonText.array(aliases)).append(",\n");
    }
    List<String> facts = new ArrayList<>();
    if (!entry.sources().isEmpty()) {
      facts.add("\"sources\": " + JsonText.array(entry.sources()));
    }
    if (!entry.checked().isEmpty()) {
      facts.add("\"checked\": " + JsonText.quoted(entry.checked()));
    }
    if (!entry.note().isEmpty()) {
      facts.add("\"note\": " + JsonText.quoted(entry.note()));
    }
    if (!facts.isEmpty()) {
      out.append("     ").append(String.join(", ", facts)).append(",\n");
    }
    out.append("     \"prices\": [");
    String separator = "\n       ";
    for (ListedPrice price : entry.model().prices()) {
      out.append(separator).append(PriceText.of(price));
      separator = ",\n       ";
    }
    out.append("]}");
  }
}
