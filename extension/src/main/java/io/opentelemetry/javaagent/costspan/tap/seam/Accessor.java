package io.opentelemetry.javaagent.costspan.tap.seam;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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

  public static Accessor of(Class<?> owner, String method) {
    try {
      MethodHandle handle = MethodHandles.publicLookup().unreflect(owner.getMethod(method));
      return new Accessor(handle.asType(SHAPE));
    } catch (ReflectiveOperationException missing) {
      return new Accessor(null);
    }
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
}
