package io.opentelemetry.javaagent.costspan.price;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Books on top of each other: an entry of an upper one replaces the entry with its id below, under
 * all the names that this has. Thread-safe.
 */
final class BookStack {

  /** An application uses a handful of models; past this many their names are taken apart anew. */
  private static final int MAX_REMEMBERED = 2_000;

  private final BookContent[] books;
  private final boolean hasAliases;
  private final boolean hasDiscounts;
  private final boolean hasFree;
  private final Map<String, Map<String, Match>> remembered = new ConcurrentHashMap<>();
  private final AtomicInteger room = new AtomicInteger(MAX_REMEMBERED);

  /**
   * @param books the uppermost first; the last one is the bundled book
   */
  BookStack(BookContent... books) {
    this.books = books;
    boolean aliases = false;
    boolean discounts = false;
    boolean free = false;
    for (BookContent book : books) {
      aliases |= book.contracts().hasAliases();
      discounts |= book.contracts().hasDiscounts();
      free |= book.contracts().hasFree();
    }
    this.hasAliases = aliases;
    this.hasDiscounts = discounts;
    this.hasFree = free;
  }

  /** This stack with one more book on top. */
  BookStack under(BookContent top) {
    BookContent[] more = new BookContent[books.length + 1];
    more[0] = top;
    System.arraycopy(books, 0, more, 1, books.length);
    return new BookStack(more);
  }

  BookContent[] books() {
    return books;
  }

  /**
   * The entry of the model that answered; of the one asked for, where the response names none, or
   * where the user has given it a meaning.
   */
  Match find(BilledCall call) {
    String asked = call.requestModel();
    String answered = call.responseModel();
    Match ofRequest =
        asked != null && (hasAliases || isProfile(call)) ? find(call.provider(), asked) : null;
    if (ofRequest != null
        && (ofRequest.isAlias() || (isProfile(call) && ofRequest.entry() != null))) {
      return ofRequest;
    }
    Match match = answered == null ? Match.NONE : find(call.provider(), answered);
    if (match.entry() != null || asked == null) {
      return match;
    }
    if (ofRequest == null) {
      ofRequest = find(call.provider(), asked);
    }
    // What a user lists by the name that is asked for is meant. Otherwise an alias that has moved
    // on to a new model would be billed at the old one's price, and an Azure deployment, which may
    // have any name, at that of whatever model has it.
    boolean isMeant = ofRequest.isOwn() || (answered == null && !isDeployment(call));
    return isMeant ? ofRequest : match;
  }

  /** What a contract with the seller multiplies the price of this model by; 1 without one. */
  BigDecimal discount(Match match, Instant at) {
    String model = match.soldAs();
    if (hasDiscounts && model != null) {
      for (BookContent book : books) {
        BigDecimal times = book.contracts().times(model, at);
        times = times == null ? book.contracts().times(match.seller(), at) : times;
        if (times != null) {
          return times;
        }
      }
    }
    return BigDecimal.ONE;
  }

  /**
   * The provider or {@code provider/model} that makes a call free; null when it is not. A model may
   * be listed by the name that is asked for, that which answers, or the entry's.
   */
  @Nullable
  String free(BilledCall call) {
    if (!hasFree) {
      return null;
    }
    String provider = call.provider();
    String[] names = {
      provider,
      provider + "/" + call.requestModel(),
      provider + "/" + call.responseModel(),
      find(call).soldAs()
    };
    for (String name : names) {
      if (name != null && isFree(name)) {
        return name;
      }
    }
    return null;
  }

  private boolean isFree(String name) {
    for (BookContent book : books) {
      if (book.contracts().isFree(name)) {
        return true;
      }
    }
    return false;
  }

  /** Bedrock bills by the profile that is asked for; a body names the model inside it, if any. */
  private static boolean isProfile(BilledCall call) {
    return call.provider().equals("aws.bedrock");
  }

  private static boolean isDeployment(BilledCall call) {
    return call.provider().equals("azure.ai.openai");
  }

  private Match find(String provider, String model) {
    Map<String, Match> known = remembered.get(provider);
    Match match = known == null ? null : known.get(model);
    return match != null ? match : remember(provider, model, search(provider, model));
  }

  private Match remember(String provider, String model, Match match) {
    if (room.get() > 0 && room.decrementAndGet() >= 0) {
      rememberedOf(provider).put(model, match);
    }
    return match;
  }

  private Map<String, Match> rememberedOf(String provider) {
    Map<String, Match> fresh = new ConcurrentHashMap<>();
    Map<String, Match> known = remembered.putIfAbsent(provider, fresh);
    return known == null ? fresh : known;
  }

  private Match search(String provider, String model) {
    Alias alias = hasAliases ? alias(provider, model) : null;
    return alias == null
        ? searchNames(provider, model)
        : searchNames(alias.provider(), alias.model()).as(alias, provider + "/" + model);
  }

  private Match searchNames(String provider, String model) {
    for (ModelName name : ModelNames.of(provider, model)) {
      for (BookContent book : books) {
        BookEntry entry = book.byModel(name.provider(), name.model());
        if (entry != null) {
          return match(entry, name, ModelNames.seller(provider, name.provider()));
        }
      }
    }
    return Match.NONE;
  }

  private Match match(BookEntry found, ModelName name, String seller) {
    for (int i = 0; i < books.length; i++) {
      BookEntry entry = books[i].byId(found.id());
      if (entry != null) {
        boolean own = i < books.length - 1;
        return new Match(entry, name.how(), seller, name.region(), null, own, false);
      }
    }
    return Match.NONE;
  }

  private @Nullable Alias alias(String provider, String model) {
    String id = provider + "/" + model;
    for (BookContent book : books) {
      Alias alias = book.contracts().alias(id);
      if (alias != null) {
        return alias;
      }
    }
    return null;
  }
}
