package io.costspan.smoke.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Takes turns with the provider, so that nobody has to sleep until something has happened. */
public final class ProviderGate {
  private final String providerUrl;

  public ProviderGate(String providerUrl) {
    this.providerUrl = providerUrl;
  }

  String providerUrl() {
    return providerUrl;
  }

  /** Returns when the provider has received the call. */
  void awaitArrivalOf(Scenario scenario) {
    awaitArrivalOf(scenario.number());
  }

  /** The same by number. */
  public void awaitArrivalOf(long call) {
    turn(call + "/arrived");
  }

  /** Lets the provider answer, and returns when it has. */
  void letAnswerOf(Scenario scenario) {
    letAnswerOf(scenario.number());
  }

  void letAnswerOf(long callNumber) {
    turn(callNumber + "/open");
  }

  /** Lets the provider answer, whether or not it has the call already. */
  public void release(long call) {
    turn(call + "/release");
  }

  private void turn(String turn) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(providerUrl + "/gates/" + turn).toURL().openConnection();
      int status = connection.getResponseCode();
      connection.disconnect();
      if (status != 200) {
        throw new IllegalStateException(turn + ": " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
