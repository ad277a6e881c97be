package io.costspan.smoke.loaders;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Arguments: URL of the provider, a port that nobody listens on, then pairs of an application's
 * directory and the labels of its scenarios, separated by commas. The pairs run one after the other,
 * but all loaders exist before the first call, and each is used for all pairs of its directory.
 */
public final class Main {
  private static final String APPLICATION = "io.costspan.smoke.openai.Main";

  private Main() {}

  public static void main(String... args) throws Exception {
    Map<String, Class<?>> applications = new LinkedHashMap<>();
    for (int i = 2; i < args.length; i += 2) {
      if (!applications.containsKey(args[i])) {
        applications.put(args[i], load(Path.of(args[i])));
      }
    }
    for (int i = 2; i < args.length; i += 2) {
      run(applications.get(args[i]), args[0], args[1], args[i + 1]);
    }
    System.exit(0);
  }

  private static Class<?> load(Path directory) throws IOException, ClassNotFoundException {
    List<URL> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.jar")) {
      for (Path jar : files) {
        jars.add(url(jar));
      }
    }
    ClassLoader loader =
        new URLClassLoader(jars.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
    return loader.loadClass(APPLICATION);
  }

  private static void run(Class<?> application, String url, String refusedPort, String labels)
      throws ReflectiveOperationException {
    List<String> arguments = new ArrayList<>(List.of(url, refusedPort));
    arguments.addAll(List.of(labels.split(",")));
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(application.getClassLoader());
    try {
      application.getMethod("run", String[].class).invoke(null, (Object)
          arguments.toArray(new String[0]));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }
}
