package io.opentelemetry.javaagent.costspan.tap.seam;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** A field that an SDK keeps to itself and that some versions lack: looked up once, by its name. */
public final class PrivateField {

  private final @Nullable Field field;

  private PrivateField(@Nullable Field field) {
    this.field = field;
  }

  public static PrivateField of(Class<?> owner, String name) {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      return new PrivateField(field);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return new PrivateField(null);
    }
  }

  /** Whether there is such a field, and it may be read. */
  public boolean isThere() {
    return field != null;
  }

  /** What stands in it; null when there is no such field. */
  public @Nullable Object read(Object owner) {
    try {
      return field == null ? null : field.get(owner);
    } catch (IllegalAccessException e) {
      return null;
    }
  }
}
