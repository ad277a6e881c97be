package io.costspan.smoke.soak;

import io.costspan.smoke.runner.Connector;
import io.costspan.smoke.runner.LlmSdk;
import io.costspan.smoke.runner.soak.Sdk;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Five clients in one JVM, each shared by all threads. */
final class Clients {
  private static final Map<Sdk, Connector> CONNECTORS = Map.of(
      Sdk.OPENAI, io.costspan.smoke.openai.Main::connect,
      Sdk.ANTHROPIC, io.costspan.smoke.anthropic.Main::connect,
      Sdk.OKHTTP, io.costspan.smoke.okhttp.Main::connect,
      Sdk.JDK, io.costspan.smoke.jdk.Main::connect,
      Sdk.APACHE5, io.costspan.smoke.apache5.Main::connect);

  private final Map<Sdk, LlmSdk> retrying;
  private final Map<Sdk, LlmSdk> askingOnce;
  private final Map<Sdk, LlmSdk> askingNobody;
  private final Map<Sdk, LlmSdk> hasty = new EnumMap<>(Sdk.class);

  Clients(String url, String refusedPort) {
    this.retrying = all(url, 2);
    this.askingOnce = all(url, 0);
    this.askingNobody = all("http://127.0.0.1:" + refusedPort, 0);
    // Once: each keeps connections of its own for minutes.
    for (Sdk sdk : Set.of(Sdk.OPENAI, Sdk.ANTHROPIC, Sdk.OKHTTP)) {
      hasty.put(sdk, retrying.get(sdk).hasty());
    }
  }

  LlmSdk retrying(Sdk sdk) {
    return retrying.get(sdk);
  }

  LlmSdk askingOnce(Sdk sdk) {
    return askingOnce.get(sdk);
  }

  LlmSdk askingNobody(Sdk sdk) {
    return askingNobody.get(sdk);
  }

  /** Which waits a second, for those that can. */
  LlmSdk hasty(Sdk sdk) {
    return hasty.get(sdk);
  }

  private static Map<Sdk, LlmSdk> all(String url, int maxRetries) {
    Map<Sdk, LlmSdk> clients = new EnumMap<>(Sdk.class);
    CONNECTORS.forEach((sdk, connector) -> clients.put(sdk, connector.connect(url, maxRetries)));
    return clients;
  }
}
