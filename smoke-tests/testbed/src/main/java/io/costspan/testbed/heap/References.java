package io.costspan.testbed.heap;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netbeans.lib.profiler.heap.Field;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.Instance;
import org.netbeans.lib.profiler.heap.JavaClass;
import org.netbeans.lib.profiler.heap.ObjectArrayInstance;
import org.netbeans.lib.profiler.heap.ObjectFieldValue;

/** What an object holds: all it refers to, but for the referent of a reference object. */
final class References {
  private final Heap heap;
  private final JavaClass classOfClasses;
  private final Field referent;

  References(Heap heap) {
    this.heap = heap;
    this.classOfClasses = heap.getJavaClassByName("java.lang.Class");
    List<?> fields = heap.getJavaClassByName("java.lang.ref.Reference").getFields();
    this.referent = fields.stream()
        .map(Field.class::cast)
        .filter(field -> field.getName().equals("referent"))
        .findFirst()
        .orElseThrow();
  }

  Stream<Instance> of(Instance object) {
    if (object instanceof ObjectArrayInstance array) {
      List<?> values = array.getValues();
      return values.stream().map(Instance.class::cast).filter(Objects::nonNull);
    }
    JavaClass described = described(object);
    return described == null ? values(object.getFieldValues()) : of(described);
  }

  /** The object that a class is itself. */
  Instance object(JavaClass type) {
    return heap.getInstanceByID(type.getJavaClassId());
  }

  /** Asked only of what can be a class: in the library, the answer that it is none is dear. */
  private @Nullable JavaClass described(Instance object) {
    return object.getJavaClass().equals(classOfClasses)
        ? heap.getJavaClassByID(object.getInstanceId())
        : null;
  }

  private Stream<Instance> of(JavaClass type) {
    Stream<Instance> others = Stream.concat(
        Stream.ofNullable(type.getClassLoader()),
        Stream.ofNullable(type.getSuperClass()).map(this::object));
    return Stream.concat(values(type.getStaticFieldValues()), others);
  }

  private Stream<Instance> values(List<?> fields) {
    return fields.stream()
        .filter(ObjectFieldValue.class::isInstance)
        .map(ObjectFieldValue.class::cast)
        .filter(value -> !value.getField().equals(referent))
        .map(ObjectFieldValue::getInstance)
        .filter(Objects::nonNull);
  }
}
