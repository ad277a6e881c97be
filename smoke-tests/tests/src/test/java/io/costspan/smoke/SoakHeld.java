package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.heap.HeapDump;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The bytes that only Costspan holds, after some rounds and after the last ones. All that is alive
 * grows by megabytes in a minute: clients keep connections, and buffers with them.
 */
final class SoakHeld {
  /** At both ends: calls that have not ended, or that a pool holds by chance, are not in all. */
  static final int DUMPS = 3;

  private static final String OURS = "io.opentelemetry.javaagent.costspan.";

  /** Series that are still new took 25,000; a map of the ids of the calls in between, 600,000. */
  private static final long MAX_GROWTH_BYTES = 60_000;

  private static final int CLASSES_TOLD = 12;

  private final Path directory;
  private final List<Map<String, Long>> dumps = new ArrayList<>();

  SoakHeld(Path directory) {
    this.directory = directory;
  }

  /**
   * Keeps what is in a dump of now.
   *
   * @param dumping writes one to the path
   */
  void look(Consumer<String> dumping) {
    Path file = directory.resolve("soak-" + dumps.size() + ".hprof");
    dumping.accept(file.toString());
    dumps.add(HeapDump.read(file).heldOnlyBy(OURS));
    delete(file);
  }

  void isFlat() {
    Map<String, Long> first = least(dumps.subList(0, DUMPS));
    Map<String, Long> last = least(dumps.subList(dumps.size() - DUMPS, dumps.size()));
    assertThat(sum(first)).as("bytes that only we hold").isPositive();
    assertThat(sum(last) - sum(first))
        .as("growth of what only we hold: %s; by class: %s", this, growth(first, last))
        .isLessThan(MAX_GROWTH_BYTES);
  }

  private static Map<String, Long> least(List<Map<String, Long>> some) {
    return some.stream().min(Comparator.comparingLong(SoakHeld::sum)).orElseThrow();
  }

  /** Of the classes that grow most. */
  private static List<String> growth(Map<String, Long> first, Map<String, Long> last) {
    Map<String, Long> growth = new TreeMap<>(last);
    growth.replaceAll((name, bytes) -> bytes - first.getOrDefault(name, 0L));
    return growth.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(CLASSES_TOLD)
        .map(Map.Entry::toString)
        .toList();
  }

  private static long sum(Map<String, Long> bytes) {
    return bytes.values().stream().mapToLong(Long::longValue).sum();
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "bytes that only we hold: " + dumps.stream().map(SoakHeld::sum).toList();
  }
}
