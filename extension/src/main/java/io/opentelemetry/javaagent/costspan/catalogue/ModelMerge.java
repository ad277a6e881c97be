package io.opentelemetry.javaagent.costspan.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Merges the claims about one id, period by period. */
final class ModelMerge {

  private ModelMerge() {}

  /** Without prices when nothing is left of the claims. */
  static MergedModel of(Claims claims) {
    List<ListedPrice> prices = new ArrayList<>();
    List<List<Decision>> decisions = new ArrayList<>();
    LocalDate from = null;
    for (LocalDate change : claims.changes()) {
      addPeriod(claims, from, change, prices, decisions);
      from = change;
    }
    addPeriod(claims, from, null, prices, decisions);
    return new MergedModel(claims, prices, decisions);
  }

  private static void addPeriod(
      Claims claims,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      List<ListedPrice> prices,
      List<List<Decision>> decisions) {
    Map<Source, ListedPrice> said = claims.during(from, until);
    if (said.isEmpty()) {
      return;
    }
    ListedPrice merged = new ListedPrice(from, until);
    PeriodMerge merge = new PeriodMerge(claims.provider(), claims.model(), said);
    merge.into(merged);
    if (!merged.rates().isEmpty()) {
      prices.add(merged);
      decisions.add(merge.decisions());
    }
  }
}
