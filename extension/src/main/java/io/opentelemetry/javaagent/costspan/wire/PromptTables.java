package io.opentelemetry.javaagent.costspan.wire;

/** Where the texts are in the requests of OpenAI's chat and of the older completions. */
final class PromptTables {

  private static final JsonShape<PromptCounter> UNKNOWN =
      JsonShape.<PromptCounter>object().begin(PromptCounter::unknown);

  private static final JsonShape<PromptCounter> CALLED = JsonShape.<PromptCounter>object()
      .taken("name", PromptCounter::text)
      .taken("arguments", PromptCounter::text);

  /** Images, sound and files are no text. */
  private static final JsonShape<PromptCounter> PART = JsonShape.<PromptCounter>object()
      .text("type", (prompt, type) -> only(prompt, type.equals("text") || type.equals("refusal")))
      .taken("text", PromptCounter::text)
      .taken("refusal", PromptCounter::text);

  private static final JsonShape<PromptCounter> MESSAGE = JsonShape.<PromptCounter>object()
      .begin(PromptCounter::message)
      .taken("role", PromptCounter::text)
      .taken("name", PromptCounter::name)
      .taken("content", PromptCounter::text)
      .taken("refusal", PromptCounter::text)
      .child("content", JsonShape.arrayOf(PART))
      .child("function_call", CALLED)
      .child(
          "tool_calls",
          JsonShape.arrayOf(
              JsonShape.<PromptCounter>object().child("function", CALLED).child("custom", UNKNOWN)))
      .child("audio", UNKNOWN);

  /** What is below a property is counted like one more. */
  private static final JsonShape<PromptCounter> PROPERTY = JsonShape.object();

  private static final JsonShape<PromptCounter> PROPERTIES = JsonShape.<PromptCounter>object()
      .begin(PromptCounter::properties)
      .others(PromptCounter::property, PROPERTY);

  static {
    PROPERTY
        .taken("type", PromptCounter::description)
        .taken("description", PromptCounter::description)
        .child(
            "enum",
            JsonShape.takenTexts(PromptCounter::enumValue).begin(PromptCounter::enumeration))
        .child("properties", PROPERTIES)
        .child("items", PROPERTY)
        .child("anyOf", JsonShape.arrayOf(PROPERTY));
  }

  private static final JsonShape<PromptCounter> FUNCTION = JsonShape.<PromptCounter>object()
      .begin(PromptCounter::function)
      .taken("name", PromptCounter::text)
      .taken("description", PromptCounter::description)
      .child(
          "parameters",
          JsonShape.<PromptCounter>object()
              .child("properties", PROPERTIES)
              .child("$defs", PROPERTIES));

  private static final JsonShape<PromptCounter> TOOL = JsonShape.<PromptCounter>object()
      .text("type", (prompt, type) -> only(prompt, type.equals("function")))
      .child("function", FUNCTION);

  static final JsonShape<PromptCounter> CHAT = JsonShape.<PromptCounter>object()
      .child("messages", JsonShape.arrayOf(MESSAGE))
      .child("tools", JsonShape.arrayOf(TOOL))
      .child("functions", JsonShape.arrayOf(FUNCTION))
      .child(
          "response_format",
          JsonShape.<PromptCounter>object()
              .text("type", (prompt, type) -> only(prompt, !type.equals("json_schema"))))
      .child(
          "modalities",
          JsonShape.startsOfTexts((prompt, what) -> only(prompt, what.equals("text"))))
      .child("audio", UNKNOWN)
      .child("prediction", UNKNOWN)
      .child("web_search_options", UNKNOWN);

  /** A prompt may be of tokens already. What is made beside what is shown is billed too. */
  static final JsonShape<PromptCounter> COMPLETION = JsonShape.<PromptCounter>object()
      .taken("prompt", PromptCounter::prompt)
      .child("prompt", prompts())
      .startOfText("suffix", (prompt, suffix) -> prompt.unknown())
      .integer("best_of", (prompt, made) -> only(prompt, made == 1))
      .flag("echo", (prompt, on) -> only(prompt, !on));

  private PromptTables() {}

  private static JsonShape<PromptCounter> prompts() {
    return JsonShape.takenTexts(PromptCounter::prompt);
  }

  private static void only(PromptCounter prompt, boolean isCounted) {
    if (!isCounted) {
      prompt.unknown();
    }
  }
}
