package io.opentelemetry.javaagent.costspan.price;

import io.opentelemetry.javaagent.costspan.usage.BillingTerms;
import org.jspecify.annotations.Nullable;

/** The entry that a model name leads to, and what the name says about the terms. Immutable. */
final class Match {

  /** For a name that leads nowhere. */
  static final Match NONE = new Match(null, "", null, null, false);

  private final @Nullable BookEntry entry;
  private final String how;
  private final @Nullable String region;
  private final @Nullable String serviceTier;
  private final boolean own;

  /**
   * @param how how the name was matched, in words
   * @param own whether the entry or the alias is a user's
   */
  Match(
      @Nullable BookEntry entry,
      String how,
      @Nullable String region,
      @Nullable String serviceTier,
      boolean own) {
    this.entry = entry;
    this.how = how;
    this.region = region;
    this.serviceTier = serviceTier;
    this.own = own;
  }

  @Nullable
  BookEntry entry() {
    return entry;
  }

  String how() {
    return how;
  }

  boolean isOwn() {
    return own;
  }

  /** The terms of a call, with what the name says where the response is silent. */
  BillingTerms terms(BillingTerms stated) {
    BillingTerms terms = region == null ? stated : stated.servedIn(region);
    return serviceTier == null ? terms : terms.servedAt(serviceTier);
  }

  /** The same entry under an alias's terms. */
  Match as(Alias alias, String name) {
    return new Match(
        entry,
        "alias " + name + (how.equals("exact id") ? "" : ", " + how),
        alias.region() == null ? region : alias.region(),
        alias.serviceTier(),
        true);
  }
}
