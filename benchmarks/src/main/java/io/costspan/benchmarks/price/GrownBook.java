package io.costspan.benchmarks.price;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The bundled book with its entries repeated under other ids: what it costs to have more of them.
 * Laid out as the importer lays out a book.
 */
final class GrownBook {

  private static final String RESOURCE =
      "io/opentelemetry/javaagent/costspan/price/price-book.json";

  private static final String FIRST = "\n    {\"id\": \"";
  private static final String LAST = "\n  ]";
  private static final String BETWEEN = ",\n    {\"id\": \"";

  private final String text;
  private final int begin;
  private final int end;

  GrownBook(String text) {
    this.text = text;
    this.begin = text.indexOf(FIRST);
    this.end = text.lastIndexOf(LAST);
  }

  static GrownBook ofBundled() throws IOException {
    try (InputStream book = GrownBook.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      return new GrownBook(new String(book.readAllBytes(), US_ASCII));
    }
  }

  int entries() {
    return all().size();
  }

  /** As a part of a class path: in front of the jar, this book is the bundled one. */
  void write(Path directory, int entries) throws IOException {
    Path file = directory.resolve(RESOURCE);
    Files.createDirectories(file.getParent());
    Files.writeString(file, grownTo(entries), US_ASCII);
  }

  /** The text of a book with this many entries; it is never smaller than the one it is grown from. */
  String grownTo(int entries) {
    List<String> all = all();
    List<String> grown = new ArrayList<>(all);
    for (int i = 0; grown.size() < entries; i++) {
      grown.add(renamed(all.get(i % all.size()), "-" + i));
    }
    return text.substring(0, begin) + FIRST + String.join(BETWEEN, grown) + text.substring(end);
  }

  /** The entries, each from behind the quotes in which its id begins. */
  private List<String> all() {
    return List.of(text.substring(begin + FIRST.length(), end).split(BETWEEN.replace("{", "\\{")));
  }

  private static String renamed(String entry, String suffix) {
    String[] lines = entry.split("\n", 3);
    lines[0] = lines[0].replace("\",", suffix + "\",");
    if (lines[1].startsWith("     \"aliases\"")) {
      lines[1] = lines[1].replace("\", ", suffix + "\", ").replace("\"]", suffix + "\"]");
    }
    return String.join("\n", lines);
  }
}
