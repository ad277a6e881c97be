package io.opentelemetry.javaagent.costspan.catalogue;

/** A list of prices that others keep; the first is trusted most. */
enum Source {
  GENAI_PRICES("genai-prices"),
  PI_AI("pi-ai"),
  LANGFUSE("langfuse"),
  LITELLM("litellm");

  private final String title;

  Source(String title) {
    this.title = title;
  }

  /** Its name in books and reports. */
  String title() {
    return title;
  }
}
