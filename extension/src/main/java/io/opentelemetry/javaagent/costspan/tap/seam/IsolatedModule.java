package io.opentelemetry.javaagent.costspan.tap.seam;

import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.internal.ExperimentalInstrumentationModule;

/**
 * A module whose helpers are isolated: loaded once beside each application class loader, where they
 * see the SDK, and never visible to the application.
 */
public abstract class IsolatedModule extends InstrumentationModule
    implements ExperimentalInstrumentationModule {

  protected IsolatedModule(String name, String... otherNames) {
    super(name, otherNames);
  }

  @Override
  public final boolean isHelperClass(String className) {
    return className.startsWith("io.opentelemetry.javaagent.costspan.tap.");
  }

  @Override
  public final HelperClassStrategy helperClassStrategy() {
    return HelperClassStrategy.ISOLATED;
  }
}
