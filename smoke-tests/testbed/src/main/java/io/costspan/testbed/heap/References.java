package io.costspan.testbed.heap;

import io.costspan.testbed.heap.HprofClass.Field;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** What an object holds: all it refers to, but not weakly. */
final class References {
  private final ByteBuffer dump;
  private final DumpIndex index;

  /** Where in the values of an instance of a class the references are. */
  private final Map<Long, List<Integer>> offsets = new HashMap<>();

  References(ByteBuffer dump, DumpIndex index) {
    this.dump = dump;
    this.index = index;
  }

  void of(HeapObject object, LongConsumer found) {
    switch (object.kind()) {
      case CLASS -> index.aClass(object.type()).references().forEach(found::accept);
      case INSTANCE ->
        offsets
            .computeIfAbsent(object.type(), this::offsets)
            .forEach(offset -> found.accept(dump.getLong(object.position() + offset)));
      case REFERENCES -> {
        for (int i = 0; i < object.length(); i++) {
          found.accept(dump.getLong(object.position() + 8 * i));
        }
      }
      case PRIMITIVES -> {}
    }
  }

  /** The values of a class stand before those of what it extends. */
  private List<Integer> offsets(long type) {
    List<Integer> found = new ArrayList<>();
    int offset = 0;
    boolean soft = false;
    for (HprofClass at = index.aClass(type); at != null; at = parent(at)) {
      soft |= at.name().equals("java.lang.ref.SoftReference");
      for (Field field : at.fields()) {
        boolean weak = field.name().equals("referent") && isReference(at) && !soft;
        if (field.type() == HprofClass.REFERENCE && !weak) {
          found.add(offset);
        }
        offset += HprofClass.bytesOf(field.type());
      }
    }
    return found;
  }

  private @Nullable HprofClass parent(HprofClass of) {
    return index.aClass(of.parent());
  }

  private static boolean isReference(HprofClass aClass) {
    return aClass.name().equals("java.lang.ref.Reference");
  }
}
