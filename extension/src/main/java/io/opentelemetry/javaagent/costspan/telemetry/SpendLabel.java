package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.javaagent.costspan.attribution.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A label of the ledger counters, kept to a bound: those that spend most are shown by name, all
 * others as {@code other}. While there is room, who comes gets a name. {@code unknown} is one of the
 * names; nobody takes it away, and if it comes late it waits, as {@code other}, until the next names
 * change hands. Thread-safe; reading a name takes no lock and allocates nothing. Names change hands
 * in {@link #dismiss} and {@link #appoint}, for one thread at a time.
 */
final class SpendLabel implements FoldedLabel {

  private static final int CANDIDATES_PER_NAME = 8;

  private final int maxNames;
  private final ConcurrentHashMap<String, NamedValue> names = new ConcurrentHashMap<>();
  private final Candidates candidates;
  private final LongAdder folded = new LongAdder();
  private final List<NamedValue> appointed = new ArrayList<>();
  private volatile boolean isFull;
  private volatile boolean unknownCame;

  SpendLabel(int maxNames) {
    this.maxNames = maxNames;
    this.candidates = new Candidates(maxNames * CANDIDATES_PER_NAME);
  }

  /** The value as it is shown on a call of this weight. Null is taken for {@code unknown}. */
  String of(@Nullable String value, long weight) {
    NamedValue known = knownOrNull(value);
    if (known != null) {
      known.add(weight);
      return known.name();
    }
    String text = textOf(value);
    NamedValue named = namedOrNull(text);
    if (named != null) {
      named.add(weight);
      return named.name();
    }
    if (text.equals(Names.UNKNOWN)) {
      unknownCame = true;
      folded.increment();
    } else if (!text.equals(Names.OTHER)) {
      candidates.offer(text, weight);
      folded.increment();
    }
    return Names.OTHER;
  }

  /** The value as it is shown on what is no call, which decides nothing about names. */
  String of(@Nullable String value) {
    NamedValue named = namedOrNull(textOf(value));
    return named == null ? Names.OTHER : named.name();
  }

  /** Whether values may be shown so at present. */
  boolean shows(String name) {
    return names.containsKey(name) || name.equals(Names.OTHER);
  }

  /**
   * Takes the names of those that a candidate outspends: of these, that with the smallest sum, for
   * the sum has to move. Then forgets.
   *
   * @param remaining what remains of the past, 0 to 1
   * @return whether there are any
   */
  boolean dismiss(double remaining) {
    names.values().forEach(NamedValue::update);
    if (isFull && appointed.isEmpty()) { // else the last ones are waiting: a collection failed
      dismissOutspent();
    }
    names.values().forEach(named -> named.age(remaining));
    appointed.forEach(named -> named.age(remaining));
    candidates.age(remaining);
    return !appointed.isEmpty();
  }

  private void dismissOutspent() {
    List<NamedValue> bySum = new ArrayList<>(names.values());
    bySum.removeIf(named -> named.name().equals(Names.UNKNOWN));
    bySum.sort(Comparator.comparingDouble(NamedValue::sum));
    if (unknownCame && !names.containsKey(Names.UNKNOWN)) {
      give(bySum.remove(0), new NamedValue(Names.UNKNOWN, 0));
    }
    double least = bySum.stream().mapToDouble(NamedValue::recent).min().orElse(0);
    for (Candidate candidate : candidates.above(least)) {
      NamedValue loser = names.containsKey(candidate.value()) ? null : loser(bySum, candidate);
      if (loser != null) {
        bySum.remove(loser);
        give(loser, new NamedValue(candidate.value(), candidate.spent()));
      }
    }
  }

  private void give(NamedValue loser, NamedValue winner) {
    appointed.add(winner);
    names.remove(loser.name());
  }

  /** Gives the names that were taken to those who outspent. */
  void appoint() {
    for (NamedValue named : appointed) {
      names.put(named.name(), named);
      candidates.remove(named.name());
    }
    appointed.clear();
  }

  @Override
  public void countFolded() {
    folded.increment();
  }

  @Override
  public long folded() {
    return folded.sum();
  }

  /** Names are fit already: a value that is one needs no look at its chars. */
  private @Nullable NamedValue knownOrNull(@Nullable String value) {
    // A hash looks at every char, and nobody bounds what is offered.
    return value == null || value.length() > PlainText.MAX_LENGTH ? null : names.get(value);
  }

  private @Nullable NamedValue namedOrNull(String text) {
    NamedValue named = names.get(text);
    return named != null || isFull || text.equals(Names.OTHER) ? named : admit(text);
  }

  /** Taken at most once per name, so that not one name too many gets in. */
  private synchronized @Nullable NamedValue admit(String text) {
    NamedValue named = names.get(text);
    if (named == null && !isFull) {
      named = new NamedValue(text, 0);
      names.put(text, named);
      isFull = names.size() >= maxNames;
    }
    return named;
  }

  private static @Nullable NamedValue loser(List<NamedValue> bySum, Candidate candidate) {
    for (NamedValue named : bySum) {
      if (candidate.outspends(named)) {
        return named;
      }
    }
    return null;
  }

  private static String textOf(@Nullable String value) {
    String text = PlainText.orNull(value);
    return text == null ? Names.UNKNOWN : text;
  }
}
