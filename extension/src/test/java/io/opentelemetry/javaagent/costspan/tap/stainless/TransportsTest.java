package io.opentelemetry.javaagent.costspan.tap.stainless;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TransportsTest {

  @Test
  void findsTheBaseUrlAtTheEndOfTheChain() {
    Object client = new Delegating(new Delegating(new Transport("http://127.0.0.1:1/v1")));

    assertThat(Transports.baseUrl(client)).isEqualTo("http://127.0.0.1:1/v1");
  }

  @Test
  void findsTheBaseUrlInTheBackendOfATransport() {
    assertThat(Transports.baseUrl(new Delegating(new BackendTransport(new Transport("http://b/")))))
        .isEqualTo("http://b/");
  }

  @Test
  void aChainWithoutABaseUrlHasNone() {
    assertThat(Transports.baseUrl(new Delegating(new Object()))).isNull();
    assertThat(Transports.baseUrl("no client at all")).isNull();
  }

  @Test
  void aChainThatLeadsToItselfEnds() {
    Delegating loop = new Delegating(null);
    loop.httpClient = loop;

    assertThat(Transports.baseUrl(loop)).isNull();
  }

  @SuppressWarnings("unused") // read by reflection
  private static final class Delegating {
    private Object httpClient;

    Delegating(Object httpClient) {
      this.httpClient = httpClient;
    }
  }

  @SuppressWarnings("unused") // read by reflection
  private static final class BackendTransport {
    private final Object backend;

    BackendTransport(Object backend) {
      this.backend = backend;
    }
  }

  @SuppressWarnings("unused") // read by reflection
  private static final class Transport {
    private final Object baseUrl;

    Transport(Object baseUrl) {
      this.baseUrl = baseUrl;
    }
  }
}
