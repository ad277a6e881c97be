package io.opentelemetry.javaagent.costspan.price;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Price books as tests write them down. */
final class BookText {

  private BookText() {}

  static PriceBook parse(String json) throws IOException {
    return PriceBook.parse(new ByteArrayInputStream(json.getBytes(UTF_8)), "test.json");
  }

  /** A book of 2026-01-01 with these entries. */
  static PriceBook ofEntries(String... entries) {
    return ofVersion("2026-01-01", entries);
  }

  static PriceBook ofVersion(String version, String... entries) {
    try {
      return parse(book(version, entries));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String book(String version, String... entries) {
    return "{\"version\": \"%s\", \"entries\": [%s]}".formatted(version, String.join(",", entries));
  }

  /** An entry with one undated price that has these rows. */
  static String entry(String id, String... rows) {
    return pricesOf(id, "{\"usd_per_million_tokens\": [%s]}".formatted(String.join(",", rows)));
  }

  static String pricesOf(String id, String... prices) {
    return "{\"id\": \"%s\", \"prices\": [%s]}".formatted(id, String.join(",", prices));
  }
}
