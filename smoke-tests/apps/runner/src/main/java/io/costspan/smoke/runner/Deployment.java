package io.costspan.smoke.runner;

/**
 * The life of a web application: a call, an asynchronous one, a stream, and a stream that it leaves
 * early or forgets. It stops no thread of its client's, as hardly any does.
 */
public final class Deployment {
  private final LlmSdk sdk;

  private final boolean forgetful;

  private Deployment(LlmSdk sdk, boolean forgetful) {
    this.sdk = sdk;
    this.forgetful = forgetful;
  }

  /**
   * @param url of the provider
   * @param forgetful whether it forgets to close a stream, which the JDK's own client waits for as
   *     long as it lives, without any agent
   */
  public static void run(Connector connector, String url, boolean forgetful) {
    new Deployment(connector.connect(url, 0), forgetful).draft("acme");
  }

  private void draft(String tenant) {
    sdk.call(ask(4001));
    sdk.callAsync(ask(4002)).join();
    try (Chunks chunks = sdk.stream(ask(4003))) {
      chunks.all().count();
    }
    Chunks left = sdk.stream(ask(4004));
    left.all().iterator().next();
    if (!forgetful) {
      left.close();
    }
  }

  private static Ask ask(long number) {
    return new Ask(number, "scenario:plain Say a word.", Ask.Model.STANDARD, true, false);
  }
}
