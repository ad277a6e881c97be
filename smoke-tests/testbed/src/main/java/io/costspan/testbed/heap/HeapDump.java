package io.costspan.testbed.heap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netbeans.lib.profiler.heap.GCRoot;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.Instance;
import org.netbeans.lib.profiler.heap.JavaClass;

/**
 * What is in a dump of less than 2 GB, and who holds it. Sizes are those that NetBeans' library
 * gives: references of 8 bytes, a header of 16 (of an array 24), no padding.
 */
public final class HeapDump {
  private final Heap heap;
  private final References references;

  private HeapDump(Heap heap) {
    this.heap = heap;
    this.references = new References(heap);
  }

  /** The library's index, most of the dump's size, is a temporary file until this JVM ends. */
  public static HeapDump read(Path dump) {
    try (FileChannel file = FileChannel.open(dump)) {
      // Not of the file itself: the index would then lie beside it, and stay.
      return new HeapDump(HeapFactory.createHeap(file.map(MapMode.READ_ONLY, 0, file.size()), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The bytes of the classes whose names begin so, of their instances and of arrays of these,
   * with all they refer to that would not be there without them, by the names of the classes of
   * all that. What is held weakly, softly or as a phantom is not held.
   */
  public Map<String, Long> heldOnlyBy(String prefix) {
    Set<Instance> own = own(prefix);
    Set<Instance> others = reached(roots(), object -> !own.contains(object));
    Map<String, Long> bytes = new TreeMap<>();
    reached(own.stream(), object -> !others.contains(object))
        .forEach(
            object -> bytes.merge(object.getJavaClass().getName(), object.getSize(), Long::sum));
    return bytes;
  }

  private Set<Instance> own(String prefix) {
    Set<JavaClass> classes =
        classes().filter(type -> type.getName().startsWith(prefix)).collect(Collectors.toSet());
    Set<Instance> own = classes.stream().map(references::object).collect(Collectors.toSet());
    // Once through all: getInstances() of a class goes through all objects too.
    for (Iterator<?> all = heap.getAllInstancesIterator(); all.hasNext(); ) {
      Instance object = (Instance) all.next();
      if (classes.contains(object.getJavaClass())) {
        own.add(object);
      }
    }
    return own;
  }

  /** With all classes: none is unloaded by what is asked here. */
  private Stream<Instance> roots() {
    Collection<?> roots = heap.getGCRoots();
    return Stream.concat(
        roots.stream().map(root -> ((GCRoot) root).getInstance()).filter(Objects::nonNull),
        classes().map(references::object));
  }

  private Stream<JavaClass> classes() {
    List<?> classes = heap.getAllClasses();
    return classes.stream().map(JavaClass.class::cast);
  }

  /** What can be reached without leaving what may be entered. */
  private Set<Instance> reached(Stream<Instance> from, Predicate<Instance> mayEnter) {
    Set<Instance> reached = new HashSet<>();
    Deque<Instance> open = new ArrayDeque<>();
    from.filter(mayEnter).filter(reached::add).forEach(open::push);
    while (!open.isEmpty()) {
      references.of(open.pop()).filter(mayEnter).filter(reached::add).forEach(open::push);
    }
    return reached;
  }
}
