package io.opentelemetry.javaagent.costspan.price;

import io.opentelemetry.javaagent.costspan.usage.BillingTerms;
import org.jspecify.annotations.Nullable;

/** The entry that a model name leads to, and what the name says about the terms. Immutable. */
final class Match {

  /** For a name that leads nowhere. */
  static final Match NONE = new Match(null, "", "", null, null, false, false);

  private final @Nullable BookEntry entry;
  private final String how;
  private final String seller;
  private final @Nullable String region;
  private final @Nullable String serviceTier;
  private final boolean own;
  private final boolean alias;
  private final @Nullable String soldAs;

  /**
   * @param how how the name was matched, in words
   * @param seller provider that is paid, which may sell at the list of another; empty for none
   * @param own whether the entry or the alias is a user's
   * @param alias whether the name is a user's for something else
   */
  Match(
      @Nullable BookEntry entry,
      String how,
      String seller,
      @Nullable String region,
      @Nullable String serviceTier,
      boolean own,
      boolean alias) {
    this.entry = entry;
    this.how = how;
    this.seller = seller;
    this.region = region;
    this.serviceTier = serviceTier;
    this.own = own;
    this.alias = alias;
    this.soldAs =
        entry == null ? null : seller + entry.id().substring(entry.id().indexOf('/'));
  }

  @Nullable
  BookEntry entry() {
    return entry;
  }

  String how() {
    return how;
  }

  /** The provider that is paid: contracts are with it, whosever list the entry is from. */
  String seller() {
    return seller;
  }

  /** {@code provider/model} as the seller's contracts name it; null for a name that leads nowhere. */
  @Nullable
  String soldAs() {
    return soldAs;
  }

  boolean isOwn() {
    return own;
  }

  /** Whether a user has given the name its meaning, be it one that leads nowhere. */
  boolean isAlias() {
    return alias;
  }

  /** The terms of a call, with what the name says where the response is silent. */
  BillingTerms terms(BillingTerms stated) {
    BillingTerms terms = region == null ? stated : stated.servedIn(region);
    return serviceTier == null ? terms : terms.servedAt(serviceTier);
  }

  /** The same entry under an alias's terms. */
  Match as(Alias meaning, String name) {
    return new Match(
        entry,
        "alias " + name + (how.equals("exact id") ? "" : ", " + how),
        seller,
        meaning.region() == null ? region : meaning.region(),
        meaning.serviceTier(),
        true,
        true);
  }
}
