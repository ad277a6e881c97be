package io.opentelemetry.javaagent.costspan.usage;

import org.jspecify.annotations.Nullable;

/**
 * One of several runs of a model that a call is made of, each billed as if it were a call: an entry
 * of Anthropic's {@code usage.iterations}. Immutable.
 */
public final class ModelRun {

  private final @Nullable String model;
  private final Usage usage;

  private ModelRun(@Nullable String model, Usage usage) {
    this.model = model;
    this.usage = usage;
  }

  /**
   * @param model null when it is the model of the call
   */
  public static ModelRun of(@Nullable String model, Usage usage) {
    return new ModelRun(model, usage);
  }

  public @Nullable String model() {
    return model;
  }

  public Usage usage() {
    return usage;
  }
}
