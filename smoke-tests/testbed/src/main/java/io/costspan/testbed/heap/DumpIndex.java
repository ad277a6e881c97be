package io.costspan.testbed.heap;

import io.costspan.testbed.heap.HeapObject.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything in a dump, by its identifier. */
final class DumpIndex implements Hprof.Found {
  private final Map<Long, HeapObject> objects = new HashMap<>();
  private final Map<Long, HprofClass> classes = new HashMap<>();
  private final List<Long> roots = new ArrayList<>();

  @Override
  public void root(long id) {
    roots.add(id);
  }

  @Override
  public void aClass(long id, HprofClass read) {
    classes.put(id, read);
    objects.put(
        id, new HeapObject(read.name(), Kind.CLASS, id, 0, 8 * read.references().size()));
  }

  @Override
  public void instance(long id, long type, int position, int bytes) {
    objects.put(id, new HeapObject(nameOf(type), Kind.INSTANCE, type, position, bytes));
  }

  @Override
  public void array(long id, long type, int position, int length) {
    objects.put(id, new HeapObject(nameOf(type), Kind.REFERENCES, type, position, length));
  }

  @Override
  public void primitives(long id, int bytes) {
    objects.put(id, new HeapObject("an array of primitives", Kind.PRIMITIVES, 0, 0, bytes));
  }

  @Nullable
  HeapObject object(long id) {
    return objects.get(id);
  }

  @Nullable
  HprofClass aClass(long id) {
    return classes.get(id);
  }

  Stream<HeapObject> objects() {
    return objects.values().stream();
  }

  /** With all classes: none is unloaded by what is asked here. */
  Stream<HeapObject> roots() {
    return Stream.concat(roots.stream(), classes.keySet().stream())
        .map(objects::get)
        .filter(Objects::nonNull);
  }

  /** Classes stand in a dump before their instances. */
  private String nameOf(long type) {
    HprofClass read = classes.get(type);
    return read == null ? "?" : read.name();
  }
}
