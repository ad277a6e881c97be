package io.opentelemetry.javaagent.costspan.config;

import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the taps in our jar by the agent's own list of modules. That list has the agent's modules
 * too, some of which a JVM cannot load, so that a {@code ServiceLoader} will not do.
 */
final class TapNames {

  private static final String SERVICE =
      "META-INF/services/" + InstrumentationModule.class.getName();

  private static final String OURS = "io.opentelemetry.javaagent.costspan.tap.";

  private TapNames() {}

  /**
   * In alphabetical order: each tap has a module, {@code costspan-openai}, and some have more that
   * only serve it, {@code costspan-openai-attempts}.
   */
  static List<String> inJar() {
    TreeSet<String> modules = new TreeSet<>();
    for (String className : classNames()) {
      modules.add(nameOf(className));
    }
    List<String> taps = new ArrayList<>();
    String tap = "?";
    for (String module : modules) {
      if (!module.startsWith(tap + "-")) { // in this order, those that serve a tap follow it
        tap = module;
        taps.add(module.substring(AgentModules.COSTSPAN.length() + 1));
      }
    }
    return Collections.unmodifiableList(taps);
  }

  private static String nameOf(String className) {
    try {
      Object module = Class.forName(className).getDeclaredConstructor().newInstance();
      return ((InstrumentationModule) module).instrumentationName();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> classNames() {
    Set<String> names = new TreeSet<>();
    try {
      ClassLoader loader = TapNames.class.getClassLoader();
      for (URL list : Collections.list(loader.getResources(SERVICE))) {
        addOurs(list, names);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  private static void addOurs(URL list, Set<String> names) throws IOException {
    URLConnection connection = list.openConnection();
    connection.setUseCaches(false); // or the jar stays open for good
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(OURS)) {
          names.add(line.trim());
        }
      }
    }
  }
}
