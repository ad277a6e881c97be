package io.opentelemetry.javaagent.costspan.tap.seam;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A public method without arguments that is missing, or returns another type, in some versions of
 * an SDK: linked once by name, so that the versions that lack it are not rejected.
 */
public final class Accessor {

  private static final MethodType SHAPE = MethodType.methodType(Object.class, Object.class);

  private final @Nullable MethodHandle handle;

  private Accessor(@Nullable MethodHandle handle) {
    this.handle = handle;
  }

  /**
   * @param owner null when it is missing, too
   */
  public static Accessor of(@Nullable Class<?> owner, String method) {
    return new Accessor(find(owner, method));
  }

  /** What the method returns, an optional unwrapped; null when there is no such method. */
  public @Nullable Object read(Object owner) {
    if (handle == null) {
      return null;
    }
    Object value;
    try {
      value = (Object) handle.invokeExact(owner);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable t) {
      throw new IllegalStateException(t);
    }
    return value instanceof Optional ? ((Optional<?>) value).orElse(null) : value;
  }

  /** Of a class that is not public, as it is declared by what it extends. */
  private static @Nullable MethodHandle find(@Nullable Class<?> owner, String method) {
    if (owner == null) {
      return null;
    }
    MethodHandle found = Modifier.isPublic(owner.getModifiers()) ? link(owner, method) : null;
    for (Class<?> type : owner.getInterfaces()) {
      found = found == null ? find(type, method) : found;
    }
    return found == null ? find(owner.getSuperclass(), method) : found;
  }

  private static @Nullable MethodHandle link(Class<?> owner, String method) {
    try {
      return MethodHandles.publicLookup().unreflect(owner.getMethod(method)).asType(SHAPE);
    } catch (ReflectiveOperationException missing) {
      return null;
    }
  }
}
