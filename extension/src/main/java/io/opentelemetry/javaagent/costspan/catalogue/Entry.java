package io.opentelemetry.javaagent.costspan.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of our book: a model, what it costs, and where we have that from. Immutable. */
final class Entry {

  private final ListedModel model;
  private final List<String> sources;
  private final String checked;
  private final String note;

  /**
   * @param checked the day on which a person last compared it; empty for never
   * @param note what the sources disagreed about; empty for nothing
   */
  Entry(ListedModel model, Collection<String> sources, String checked, String note) {
    this.model = model;
    this.sources = Collections.unmodifiableList(new ArrayList<>(sources));
    this.checked = checked;
    this.note = note;
  }

  /** The same with more exact ids. */
  Entry alsoKnownAs(Collection<String> more) {
    List<String> aliases = new ArrayList<>(model.aliases());
    aliases.addAll(more);
    ListedModel other = new ListedModel(model.provider(), model.id(), aliases, model.prices());
    return new Entry(other, sources, checked, note);
  }

  ListedModel model() {
    return model;
  }

  /** {@code provider/model}. */
  String id() {
    return model.provider() + "/" + model.id();
  }

  List<String> sources() {
    return sources;
  }

  String checked() {
    return checked;
  }

  String note() {
    return note;
  }

  /** What a call costs under terms; null when that has no price. */
  @Nullable
  Figure figure(LocalDate day, Terms terms, RateName rate) {
    ListedPrice price = model.at(day);
    return price == null ? null : price.rates().effective(terms, rate);
  }
}
