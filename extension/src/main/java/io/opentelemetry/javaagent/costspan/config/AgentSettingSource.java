package io.opentelemetry.javaagent.costspan.config;

import io.opentelemetry.api.incubator.config.DeclarativeConfigProperties;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The agent's view of what was written, the same for a declarative file and for properties and
 * environment variables. Two differences show through: only a file knows types, and only a file can
 * list its names.
 */
final class AgentSettingSource implements SettingSource {

  private final @Nullable DeclarativeConfigProperties costspan;
  private final Set<String> namesOutside;

  /**
   * @param costspan the agent's view of {@code instrumentation/development: java: costspan}; null
   *     when it has none
   * @param namesOutside names of system properties and environment variables to be looked through
   *     for unknown ones; empty when the agent reads a file, which makes it ignore them
   */
  AgentSettingSource(@Nullable DeclarativeConfigProperties costspan, Set<String> namesOutside) {
    this.costspan = costspan;
    this.namesOutside = namesOutside;
  }

  @Override
  public @Nullable String textOf(Setting<?> setting) {
    DeclarativeConfigProperties node = costspan;
    String path = setting.filePath();
    int from = 0;
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', from)) {
      node = node == null ? null : node.getStructured(path.substring(from, dot));
      from = dot + 1;
    }
    Object value =
        node == null ? null : value(node, path.substring(from), setting.type().scalar());
    String text = value == null ? "" : value.toString().trim();
    return text.isEmpty() ? null : text;
  }

  @Override
  public Collection<String> unknownNames() {
    Set<String> unknown = new WrittenNames(SettingsTable.ALL).unknownAmong(namesOutside);
    Set<String> knownPaths = new HashSet<>();
    for (Setting<?> setting : SettingsTable.ALL) {
      knownPaths.add(setting.filePath());
    }
    for (String path : writtenPaths(costspan, "")) {
      if (!knownPaths.contains(path)) {
        unknown.add("costspan." + path);
      }
    }
    return unknown;
  }

  private static @Nullable Object value(
      DeclarativeConfigProperties node, String key, Scalar expected) {
    if (!node.getPropertyKeys().contains(key)) {
      // Properties and environment variables: all is text and no key is listed.
      return node.getString(key);
    }
    if (node.getStructured(key) != null || node.getStructuredList(key) != null) {
      return NO_TEXT;
    }
    String list = listOrNull(node, key);
    return list == null ? expected.read(node, key) : list;
  }

  /** Never nothing where there is a list: it may be all of it that the agent can read. */
  private static @Nullable String listOrNull(DeclarativeConfigProperties node, String key) {
    for (Class<?> type : Arrays.asList(String.class, Long.class, Double.class, Boolean.class)) {
      List<?> list = node.getScalarList(key, type);
      if (list != null) {
        String text = list.stream().map(String::valueOf).collect(Collectors.joining(","));
        return text.isEmpty() ? NO_TEXT : text;
      }
    }
    return null;
  }

  private static Set<String> writtenPaths(
      @Nullable DeclarativeConfigProperties node, String above) {
    Set<String> paths = new TreeSet<>();
    if (node == null) {
      return paths;
    }
    for (String key : node.getPropertyKeys()) {
      DeclarativeConfigProperties below = node.getStructured(key);
      if (below == null) {
        paths.add(above + key);
      } else {
        paths.addAll(writtenPaths(below, above + key + "."));
      }
    }
    return paths;
  }
}
