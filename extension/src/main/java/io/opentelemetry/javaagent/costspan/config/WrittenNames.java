package io.opentelemetry.javaagent.costspan.config;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds names under our prefix that mean nothing, among system properties and environment
 * variables. The agent itself offers no list of what was written there.
 */
final class WrittenNames {

  private static final String PREFIX = comparable(Setting.PREFIX);

  private final Set<String> known = new HashSet<>();

  WrittenNames(Collection<Setting<?>> settings) {
    for (Setting<?> setting : settings) {
      known.add(comparable(setting.property()));
    }
    for (AgentSwitch agentSwitch : AgentSwitch.ALL) {
      known.add(comparable(agentSwitch.property()));
    }
  }

  /** Those of the given names that begin with our prefix and are neither setting nor switch. */
  Set<String> unknownAmong(Collection<String> names) {
    Set<String> unknown = new TreeSet<>();
    for (String name : names) {
      String comparable = comparable(name);
      if (comparable.startsWith(PREFIX)
          && !known.contains(comparable)
          && !isModuleSwitch(comparable)) {
        unknown.add(name);
      }
    }
    return unknown;
  }

  // The environment spells costspan-openai as it spells a group of ours:
  // COSTSPAN_OPENAI_.._ENABLED.
  private static boolean isModuleSwitch(String comparable) {
    for (String tap : AgentModules.taps()) {
      if (comparable.startsWith(PREFIX + tap + ".") && comparable.endsWith(".enabled")) {
        return true;
      }
    }
    return false;
  }

  /** {@code otel.some-name} as the environment variable {@code OTEL_SOME_NAME}. */
  static String environmentVariable(String property) {
    return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  // The agent takes a hyphen for a dot, and in the environment both for an underscore.
  private static String comparable(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', '.').replace('_', '.');
  }
}
