package io.opentelemetry.javaagent.costspan.price;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a book that is read when somebody asks for it: an application uses a handful of the
 * models of the world. Thread-safe.
 */
final class BookEntry {

  private final String id;
  private final String provider;
  private final @Nullable Text text;
  private volatile @Nullable PriceEntry entry;

  private BookEntry(String id, @Nullable Text text, @Nullable PriceEntry entry) {
    this.id = id;
    this.provider = id.substring(0, id.indexOf('/'));
    this.text = text;
    this.entry = entry;
  }

  /** An entry that was read already. */
  static BookEntry of(PriceEntry entry) {
    return new BookEntry(entry.id(), null, entry);
  }

  /** An entry that stands in a book from one place to another. */
  static BookEntry in(String book, int begin, int end, String id, String version) {
    return new BookEntry(id, new Text(book, begin, end, version), null);
  }

  /** {@code provider/model}. */
  String id() {
    return id;
  }

  String provider() {
    return provider;
  }

  /**
   * The entry, read at the first call.
   *
   * @throws IllegalStateException when it is no entry; a book that was checked has none of these
   */
  PriceEntry entry() {
    PriceEntry known = entry;
    if (known == null && text != null) {
      known = text.read();
      entry = known;
    }
    if (known == null) {
      throw new IllegalStateException(id + " was never read");
    }
    return known;
  }

  private static final class Text {

    private final String book;
    private final int begin;
    private final int end;
    private final String version;

    Text(String book, int begin, int end, String version) {
      this.book = book;
      this.begin = begin;
      this.end = end;
      this.version = version;
    }

    PriceEntry read() {
      try {
        JsonObject json = JsonReader.read(book.substring(begin, end), "the bundled prices");
        return PriceEntryReader.read(json, null, version);
      } catch (IOException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    }
  }
}
