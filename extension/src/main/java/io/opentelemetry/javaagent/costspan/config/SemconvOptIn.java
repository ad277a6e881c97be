package io.opentelemetry.javaagent.costspan.config;

import io.opentelemetry.api.incubator.config.DeclarativeConfigProperties;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * OpenTelemetry's own switch between generations of its conventions, read as the agent reads it:
 * from the file's {@code general} section, else from the property or environment variable, in a
 * file as well.
 */
final class SemconvOptIn {

  static final String PROPERTY = "otel.semconv-stability.opt-in";

  /** Selects the names of the GenAI conventions' main branch. */
  static final String LATEST = "gen_ai_latest_experimental";

  private SemconvOptIn() {}

  /**
   * @param general the agent's view of {@code instrumentation/development: general}; null when it
   *     has none
   * @param fallback the property or environment variable; null when unset
   */
  static boolean isLatest(
      @Nullable DeclarativeConfigProperties general, @Nullable String fallback) {
    for (String value : values(general, fallback)) {
      if (value.trim().equals(LATEST)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> values(
      @Nullable DeclarativeConfigProperties general, @Nullable String fallback) {
    List<String> written = general == null ? null : written(general);
    if (written != null) {
      return written;
    }
    return fallback == null ? Collections.emptyList() : Arrays.asList(fallback.split(","));
  }

  private static @Nullable List<String> written(DeclarativeConfigProperties general) {
    String list = general.getString("stability_opt_in_list");
    if (list != null) {
      return Arrays.asList(list.split(","));
    }
    // Before the declarative schema had a place for it, the agent read it here.
    DeclarativeConfigProperties older = general.getStructured("semconv_stability");
    return older == null ? null : older.getScalarList("opt_in", String.class);
  }
}
