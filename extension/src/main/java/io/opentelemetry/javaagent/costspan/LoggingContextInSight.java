package io.opentelemetry.javaagent.costspan;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.config.CostspanSettings;
import io.opentelemetry.javaagent.extension.ignore.IgnoredTypesBuilder;
import io.opentelemetry.javaagent.extension.ignore.IgnoredTypesConfigurer;

/** Lets the tap {@code mdc} see SLF4J's MDC: the agent looks past all of SLF4J otherwise. */
@AutoService(IgnoredTypesConfigurer.class)
public final class LoggingContextInSight implements IgnoredTypesConfigurer {

  @Override
  public void configure(IgnoredTypesBuilder types) {
    if (CostspanSettings.ofAgent().installs("mdc")) {
      types.allowClass("org.slf4j.MDC");
    }
  }
}
