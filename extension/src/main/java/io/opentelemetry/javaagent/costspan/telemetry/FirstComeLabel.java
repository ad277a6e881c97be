package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.javaagent.costspan.attribution.PlainText;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The values that came first keep their names: for what we only hand on, where nothing that was
 * shown under a name can be moved. Reading takes no lock.
 */
final class FirstComeLabel implements FoldedLabel {

  private final int maxValues;
  private final ConcurrentHashMap<String, String> names = new ConcurrentHashMap<>();
  private final LongAdder folded = new LongAdder();
  private volatile int size;

  FirstComeLabel(int maxValues) {
    this.maxValues = maxValues;
  }

  /** The value as it is shown. */
  String of(String value) {
    String text = PlainText.orNull(value);
    if (text == null) {
      return Names.UNKNOWN;
    }
    String name = names.get(text);
    if (name == null && size < maxValues) {
      name = admit(text);
    }
    if (name == null) {
      folded.increment();
      return Names.OTHER;
    }
    return name;
  }

  @Override
  public void countFolded() {
    folded.increment();
  }

  @Override
  public long folded() {
    return folded.sum();
  }

  /** Taken at most once per name, so that not one name too many or too few gets in. */
  private synchronized @Nullable String admit(String text) {
    String name = names.get(text);
    if (name == null && size < maxValues) {
      names.put(text, text);
      size = names.size();
      name = text;
    }
    return name;
  }
}
