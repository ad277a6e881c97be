package io.opentelemetry.javaagent.costspan.price;

import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Prices by model: exact or no price at all. What a book looks like stands in {@code docs/prices.md}.
 * Thread-safe; what it says never changes.
 */
public final class PriceBook implements Pricing {

  private final String version;
  private final BookStack books;
  private final Map<String, BookContent> contentByTenant;
  private final Map<String, BookStack> booksByTenant;

  private PriceBook(String version, BookStack books, Map<String, BookContent> contentByTenant) {
    this.version = version;
    this.books = books;
    this.contentByTenant = contentByTenant;
    this.booksByTenant = new HashMap<>();
    for (Map.Entry<String, BookContent> content : contentByTenant.entrySet()) {
      booksByTenant.put(content.getKey(), books.under(content.getValue()));
    }
  }

  static PriceBook of(
      String version, BookContent content, Map<String, BookContent> contentByTenant) {
    return new PriceBook(version, new BookStack(content), contentByTenant);
  }

  /** The book inside the jar. */
  public static PriceBook bundled() {
    return BundledBook.open();
  }

  /**
   * Reads a book in JSON; the stream stays open.
   *
   * @param sourceName what errors call the book, for example its file name
   * @throws PriceBookException when the content is no price book; it names the entry and the field
   * @throws IOException when the stream cannot be read
   */
  public static PriceBook parse(InputStream book, String sourceName) throws IOException {
    return PriceBookReader.read(JsonReader.read(book, sourceName));
  }

  /**
   * Reads a book from a text: JSON when it begins with a brace, else YAML.
   *
   * @param sourceName what errors call the book, for example its file name
   * @throws PriceBookException when the content is no price book; it names the entry and the field
   */
  public static PriceBook parse(String book, String sourceName) throws IOException {
    return PriceBookReader.read(
        book.trim().startsWith("{")
            ? JsonReader.read(book, sourceName)
            : YamlReader.read(book, sourceName));
  }

  /**
   * This book with another one on top. An entry of the other book replaces the entry with its id,
   * aliases included, and takes every model id that it lists; its contracts go before those of this
   * book. The version stays this book's; a cost names the version of the book that its entry is
   * from.
   */
  public PriceBook overlaidWith(PriceBook other) {
    BookStack stack = books;
    BookContent[] onTop = other.books.books();
    for (int i = onTop.length - 1; i >= 0; i--) {
      stack = stack.under(onTop[i]);
    }
    Map<String, BookContent> tenants = new HashMap<>(contentByTenant);
    tenants.putAll(other.contentByTenant);
    return new PriceBook(version, stack, tenants);
  }

  @Override
  public Quote quote(BilledCall call) {
    BigDecimal reported = call.usage().reportedUsd();
    if (reported == null || call.usage().status() == UsageStatus.PARTIAL) {
      return CallPrice.quote(booksOf(call), version, call);
    }
    return Quote.of(
        reported(reported, CallPrice.quote(booksOf(call), version, call).cost()));
  }

  /** How the cost of a call comes about; the same figures as {@link #quote}, and why. */
  public Explanation explain(BilledCall call) {
    return Explanation.of(booksOf(call), version, call, quote(call));
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public int size() {
    Set<String> ids = new HashSet<>();
    for (BookContent book : books.books()) {
      book.entries().forEach(entry -> ids.add(entry.id()));
    }
    return ids.size();
  }

  /** Every entry in force, for people, in the order of their ids. */
  public List<Listing> listings() {
    List<Listing> listings = new ArrayList<>();
    for (PriceEntry entry : entries()) {
      listings.add(new Listing(entry));
    }
    return listings;
  }

  /** The entry in force with this {@code provider/model}, for people; null when there is none. */
  public @Nullable Listing listing(String id) {
    for (BookContent book : books.books()) {
      BookEntry entry = book.byId(id);
      if (entry != null) {
        return new Listing(entry.entry());
      }
    }
    return null;
  }

  /** The entry in force that lists this very model, for people; null when there is none. */
  public @Nullable Listing listingOf(String provider, String model) {
    for (BookContent book : books.books()) {
      BookEntry entry = book.byModel(provider, model);
      if (entry != null) {
        return listing(entry.id());
      }
    }
    return null;
  }

  /** The providers that have a model of exactly this id or alias, in order. */
  public Set<String> providersOf(String model) {
    Set<String> providers = new TreeSet<>();
    for (BookContent book : books.books()) {
      providers.addAll(book.providersOf(model));
    }
    return providers;
  }

  /** What is agreed for everybody, for people, of the uppermost book first. */
  public List<Agreement> agreements() {
    List<Agreement> agreements = new ArrayList<>();
    for (BookContent book : books.books()) {
      agreements.addAll(book.contracts().agreements());
    }
    return agreements;
  }

  /** The tenants that have contracts of their own, in order. */
  public Set<String> tenants() {
    return new TreeSet<>(contentByTenant.keySet());
  }

  /** What is agreed for a tenant of {@link #tenants()} alone, for people. */
  public List<Agreement> agreementsOf(String tenant) {
    return contentOf(tenant).contracts().agreements();
  }

  /** The entries of a tenant of {@link #tenants()} alone, for people. */
  public List<Listing> listingsOf(String tenant) {
    List<Listing> listings = new ArrayList<>();
    contentOf(tenant).entries().forEach(entry -> listings.add(new Listing(entry.entry())));
    return listings;
  }

  private BookContent contentOf(String tenant) {
    BookContent content = contentByTenant.get(tenant);
    if (content == null) {
      throw new IllegalArgumentException("no contract of the tenant " + tenant);
    }
    return content;
  }

  /** Every entry in force, by id. */
  Collection<PriceEntry> entries() {
    Map<String, PriceEntry> entries = new TreeMap<>();
    for (BookContent book : books.books()) {
      book.entries().forEach(entry -> entries.computeIfAbsent(entry.id(), id -> entry.entry()));
    }
    return entries.values();
  }

  private BookStack booksOf(BilledCall call) {
    BookStack own = call.tenant() == null ? null : booksByTenant.get(call.tenant());
    return own == null ? books : own;
  }

  /** The provider's amount goes first; the book says how it splits, where it comes to the same. */
  private static Cost reported(BigDecimal usd, @Nullable Cost computed) {
    if (computed == null) {
      return Cost.reported(usd, BigDecimal.ZERO);
    }
    return computed.usd().compareTo(usd) == 0
        ? computed.confirmed()
        : Cost.reported(usd, computed.cacheSavedUsd());
  }
}
