package io.costspan.testbed.heap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is in a dump, and who holds it. Sizes are those of a JVM with references of 8 bytes. */
public final class HeapDump {
  private final DumpIndex index = new DumpIndex();
  private final References references;

  private HeapDump(ByteBuffer dump) {
    Hprof.read(dump, index);
    this.references = new References(dump, index);
  }

  public static HeapDump read(Path dump) {
    try {
      return new HeapDump(Hprof.map(dump));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The bytes of the classes whose names begin so, with all they refer to that would not be there
   * without them, by the names of the classes of all that. What is held weakly is not held.
   */
  public Map<String, Long> heldOnlyBy(String prefix) {
    Predicate<HeapObject> own = object -> object.name().startsWith(prefix);
    Set<HeapObject> others = reached(index.roots(), own.negate());
    Map<String, Long> bytes = new TreeMap<>();
    reached(index.objects().filter(own), object -> !others.contains(object))
        .forEach(object -> bytes.merge(object.name(), object.bytes(), Long::sum));
    return bytes;
  }

  /** What can be reached without leaving what may be entered. */
  private Set<HeapObject> reached(Stream<HeapObject> from, Predicate<HeapObject> mayEnter) {
    Set<HeapObject> reached = new HashSet<>();
    Deque<HeapObject> open = new ArrayDeque<>();
    from.filter(mayEnter).filter(reached::add).forEach(open::push);
    while (!open.isEmpty()) {
      references.of(open.pop(), id -> {
        HeapObject next = index.object(id);
        if (next != null && mayEnter.test(next) && reached.add(next)) {
          open.push(next);
        }
      });
    }
    return reached;
  }
}
