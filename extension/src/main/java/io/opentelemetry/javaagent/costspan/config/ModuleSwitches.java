package io.opentelemetry.javaagent.costspan.config;

import org.jspecify.annotations.Nullable;

/** What the operator wrote about the agent's modules. */
public interface ModuleSwitches {

  /**
   * @param module one of its names, e.g. {@code openai-java}
   * @return whether exactly this name was switched on or off; null when nothing was written
   */
  @Nullable
  Boolean written(String module);
}
