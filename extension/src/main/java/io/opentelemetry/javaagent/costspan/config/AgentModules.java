package io.opentelemetry.javaagent.costspan.config;

import io.opentelemetry.javaagent.extension.instrumentation.internal.AgentDistributionConfig;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which modules the agent has been told to switch on and off. The same view in both configuration
 * modes, but in property mode only once the agent's SDK is built.
 *
 * <p>An internal class of the agent: checked in 2.30.0, 2.31.1 and 2.33.1.
 */
public final class AgentModules {

  /** The name that all our modules share. */
  static final String COSTSPAN = "costspan";

  private static final List<String> TAPS = TapNames.inJar();

  private AgentModules() {}

  /** The taps in the jar, in alphabetical order. */
  static List<String> taps() {
    return TAPS;
  }

  /** Those taps that are switched on. */
  public static List<String> enabledTaps() {
    AgentDistributionConfig agent = AgentDistributionConfig.get();
    List<String> enabled = new ArrayList<>();
    for (String tap : TAPS) {
      List<String> names = Arrays.asList(COSTSPAN + "-" + tap, COSTSPAN);
      if (agent.isInstrumentationEnabled(names, agent.isInstrumentationDefaultEnabled())) {
        enabled.add(tap);
      }
    }
    return enabled;
  }

  /** What the agent was told about a module: nothing, when the default alone decides. */
  public static @Nullable Boolean written(String module) {
    for (String spelling : Arrays.asList(module, module.replace('.', '-'))) {
      List<String> name = Collections.singletonList(spelling);
      boolean otherwiseOn = AgentDistributionConfig.get().isInstrumentationEnabled(name, true);
      boolean otherwiseOff = AgentDistributionConfig.get().isInstrumentationEnabled(name, false);
      if (otherwiseOn == otherwiseOff) {
        return otherwiseOn;
      }
    }
    return null;
  }

  /**
   * Adds modules to the list {@code distribution: javaagent: instrumentation: disabled} of a
   * declarative configuration, after the agent has read it and before it looks at it.
   *
   * <p>By reflection, because the list is closed and the model it is read from changes between
   * agents: its accessors were renamed between 2.31.1 and 2.33.1.
   */
  public static void switchOff(List<String> modules) throws ReflectiveOperationException {
    Object selection =
        read(AgentDistributionConfig.class, "instrumentation", AgentDistributionConfig.get());
    @SuppressWarnings("unchecked")
    Collection<String> disabled =
        (Collection<String>) read(selection.getClass(), "disabled", selection);
    for (String module : modules) {
      // Agents up to 2.31.1 keep the dot of a name, newer ones do not.
      String withDots = module.replace('-', '_');
      disabled.add(withDots);
      disabled.add(withDots.replace('.', '_'));
    }
  }

  private static Object read(Class<?> declaring, String name, Object owner)
      throws ReflectiveOperationException {
    Field field = declaring.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(owner);
  }
}
