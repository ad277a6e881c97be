package io.costspan.smoke.runner;

/** Makes a client. */
@FunctionalInterface
public interface Connector {
  /**
   * @param url scheme, host and port of the provider
   * @param maxRetries of the SDK
   */
  LlmSdk connect(String url, int maxRetries);
}
