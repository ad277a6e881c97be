package io.opentelemetry.javaagent.costspan.price;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/**
 * The book inside the jar. It is not parsed at the start, which would take longer than all else that
 * we do there: entries are found by the layout in which the importer writes them, and each is parsed
 * when its model is first used. A test holds the layout against the parsed document.
 */
final class BundledBook {

  private static final String RESOURCE = "price-book.json";

  private static final String VERSION = "\n  \"version\": \"";
  private static final String ENTRY = "\n    {\"id\": \"";
  private static final String ALIASES = "\n     \"aliases\": [";
  private static final String END = "\n  ]";

  private final String text;
  private final String version;
  private final BookContent.Builder content = new BookContent.Builder();

  private BundledBook(String text) {
    this.text = text;
    int version = text.indexOf(VERSION) + VERSION.length();
    this.version = text.substring(version, text.indexOf('"', version));
  }

  static PriceBook open() {
    return new BundledBook(text()).index();
  }

  /** The whole document, for those who want to parse it. */
  static InputStream stream() {
    InputStream book = BundledBook.class.getResourceAsStream(RESOURCE);
    if (book == null) {
      throw new IllegalStateException(RESOURCE + " is not in the jar");
    }
    return book;
  }

  private PriceBook index() {
    int begin = text.indexOf(ENTRY);
    while (begin >= 0) {
      int next = text.indexOf(ENTRY, begin + ENTRY.length());
      add(begin, next < 0 ? text.lastIndexOf(END) : next);
      begin = next;
    }
    return PriceBook.of(version, content.build(Contracts.NONE), Collections.emptyMap());
  }

  private void add(int begin, int end) {
    int idBegin = begin + ENTRY.length();
    int idEnd = text.indexOf('"', idBegin);
    String id = text.substring(idBegin, idEnd);
    // The comma between two entries is behind the closing brace, and ignored.
    BookEntry entry = BookEntry.in(text, begin, text.lastIndexOf('}', end - 1) + 1, id, version);
    content.add(entry);
    content.name(id.substring(id.indexOf('/') + 1), entry);
    int aliases = text.indexOf('\n', idEnd);
    if (text.startsWith(ALIASES, aliases)) {
      addAliases(entry, aliases + ALIASES.length());
    }
  }

  private void addAliases(BookEntry entry, int begin) {
    int end = text.indexOf(']', begin);
    int quote = text.indexOf('"', begin);
    while (quote >= 0 && quote < end) {
      int close = text.indexOf('"', quote + 1);
      content.name(text.substring(quote + 1, close), entry);
      quote = text.indexOf('"', close + 1);
    }
  }

  private static String text() {
    try (InputStream book = stream()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
      byte[] buffer = new byte[1 << 16];
      for (int length = book.read(buffer); length >= 0; length = book.read(buffer)) {
        bytes.write(buffer, 0, length);
      }
      // Nothing but ASCII is in it, which is decoded by copying.
      return bytes.toString(StandardCharsets.ISO_8859_1.name());
    } catch (IOException e) {
      throw new IllegalStateException(RESOURCE + " cannot be read", e);
    }
  }
}
