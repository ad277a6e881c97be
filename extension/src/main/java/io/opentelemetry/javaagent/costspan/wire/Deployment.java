package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.RequestFacts;

/** Azure's name for a model that somebody deployed: it stands in the path, and says nothing of prices. */
final class Deployment {

  private static final String BEFORE = "deployments/";

  private static final String AZURE_PATH = "openai/deployments/";

  private Deployment() {}

  /** Who serves a path: nobody but Azure, or a gateway before it, knows deployments. */
  static String providerAt(String path) {
    return path.contains(AZURE_PATH) ? "azure.ai.openai" : "openai";
  }

  /** Tells the deployment in {@code openai/deployments/{name}/chat/completions} as the model. */
  static void tell(String path, RequestFacts.Builder facts) {
    int start = path.indexOf(BEFORE);
    int end = start < 0 ? -1 : path.indexOf('/', start + BEFORE.length());
    if (end > 0) {
      facts.model(path.substring(start + BEFORE.length(), end));
    }
  }
}
