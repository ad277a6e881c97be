package io.costspan.smoke.runner;

/** What not every SDK version has. */
public enum Feature {
  RAW_RESPONSES,
  WITH_OPTIONS,
  STRUCTURED_OUTPUT,
  SERVICE_TIERS,
  RESPONSES,
  EMBEDDINGS,
  CACHE_WRITES
}
