package io.opentelemetry.javaagent.costspan.catalogue;

import io.opentelemetry.javaagent.costspan.price.PriceBook;
import java.io.IOException;
import java.util.List;

/** Makes the bundled book out of other people's lists, once a month, by hand. */
public final class BookImport {

  private final CuratedBook curated;
  private final List<PriceList> lists;
  private final Merge merge;
  private final String book;

  private BookImport(CuratedBook curated, List<PriceList> lists, Merge merge) {
    this.curated = curated;
    this.lists = lists;
    this.merge = merge;
    this.book = BookWriter.write(
        curated.about(), merge.version().toString(), curated.sources(), merge.entries());
  }

  /**
   * Reads the files and merges them.
   *
   * @throws CatalogueException when one cannot be used, or when the book would be none; it names the
   *     file and the place
   */
  public static BookImport of(Sources sources) throws CatalogueException {
    CuratedBook curated = sources.curatedBook();
    List<PriceList> lists = sources.lists(curated);
    BookImport result = new BookImport(curated, lists, Merge.of(curated, lists, sources.version()));
    result.requireReadable();
    return result;
  }

  private void requireReadable() throws CatalogueException {
    try {
      PriceBook.parse(book, "the book");
    } catch (IOException e) {
      throw new CatalogueException("The result is no book: " + e.getMessage(), e);
    }
  }

  /** The document for the jar. */
  public String book() {
    return book;
  }

  /** Our figures beside the sources', separated by tabs. */
  public String crossCheck() {
    return CrossCheck.of(merge.checked(), merge.version());
  }

  /** For people, in Markdown. */
  public String report() {
    return Report.of(merge, lists);
  }

  /** How many entries the book has. */
  public int size() {
    return merge.entries().size();
  }

  /** How many of them people keep. */
  public int curated() {
    return curated.entries().size();
  }
}
