package io.opentelemetry.javaagent.costspan.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class HttpRouteSourceTest {

  @Test
  void goesWithoutRoutesOnAnAgentThatHasTheClassNoMore() throws Exception {
    Class<?> type = Class.forName(HttpRouteSource.class.getName(), true, new WithoutRouteState());
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    Object source = constructor.newInstance();
    Method read =
        type.getDeclaredMethod("read", Context.class, ServedRequest.class, CallFields.class);
    read.setAccessible(true);

    List<String> warnings = new ArrayList<>();
    Handler handler = handler(warnings);
    Logger logger = Logger.getLogger(HttpRouteSource.class.getName());
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    try {
      assertThat(read(read, source)).isNull();
      assertThat(read(read, source)).isNull();
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
    }

    assertThat(type).isNotEqualTo(HttpRouteSource.class);
    assertThat(warnings).singleElement().asString().contains("llm.feature");
  }

  private static Object read(Method read, Object source)
      throws IllegalAccessException, InvocationTargetException {
    return read.invoke(source, Context.root(), null, CallFields.NONE);
  }

  private static Handler handler(List<String> warnings) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        warnings.add(record.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  /** Defines the source anew, and does not find what it reads. */
  private static final class WithoutRouteState extends ClassLoader {

    WithoutRouteState() {
      super(HttpRouteSourceTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.endsWith(".HttpRouteState")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.equals(HttpRouteSource.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      return known != null ? known : define(name);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
