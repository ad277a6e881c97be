package io.opentelemetry.javaagent.costspan.attribution;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** The methods that the settings name, by class and name: {@code com.acme.Copilot.draft}. */
public final class NamedMethods {

  private static volatile Map<String, NamedMethod> inForce = Collections.emptyMap();

  private NamedMethods() {}

  /** Puts them in force, once, at the start. */
  public static void install(Map<String, NamedMethod> named) {
    inForce = new HashMap<>(named);
  }

  static Map<String, NamedMethod> inForce() {
    return inForce;
  }
}
