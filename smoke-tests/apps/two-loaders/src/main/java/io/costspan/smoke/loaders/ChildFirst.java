package io.costspan.smoke.loaders;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Loads as the class loader of a web application does: what it has itself comes first. */
final class ChildFirst extends URLClassLoader {
  private ChildFirst(URL[] jars) {
    super(jars, ChildFirst.class.getClassLoader());
  }

  static ChildFirst of(Path directory) throws IOException {
    List<URL> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.jar")) {
      for (Path jar : files) {
        jars.add(jar.toUri().toURL());
      }
    }
    return new ChildFirst(jars.toArray(new URL[0]));
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known != null ? known : load(name, resolve);
    }
  }

  private Class<?> load(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith("java.") || name.startsWith("io.opentelemetry.javaagent.")) {
      return super.loadClass(name, resolve);
    }
    try {
      return findClass(name);
    } catch (ClassNotFoundException notOurs) {
      return super.loadClass(name, resolve);
    }
  }
}
