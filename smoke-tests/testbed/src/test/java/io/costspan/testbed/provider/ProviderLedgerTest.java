package io.costspan.testbed.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderLedgerTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private ProviderServer provider;

  @BeforeEach
  void start() {
    provider = ProviderServer.start();
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void billsCachedInputAtTheCachedRate() throws Exception {
    post("/v1/chat/completions", """
        {"model":"gpt-4.1-mini","max_completion_tokens":7,"messages":[{"role":"user",
        "content":"tokens:in=600,read=400,out=100"}]}""");

    Bill bill = provider.ledger().ofCall(7).bill();
    // (600 × 0.40 + 400 × 0.10 + 100 × 1.60) / 1e6
    assertThat(bill.total()).isEqualByComparingTo("0.00044");
    // (1,000 × 0.40 + 100 × 1.60) / 1e6
    assertThat(bill.uncached()).isEqualByComparingTo("0.00056");
  }

  @Test
  void billsTheTierThatServed() throws Exception {
    post("/v1/responses", """
        {"model":"gpt-5-mini","max_output_tokens":8,"service_tier":"flex",
        "input":"tokens:in=1000,out=1000"}""");

    LedgerEntry entry = provider.ledger().ofCall(8);
    assertThat(entry.tier()).isEqualTo("flex");
    // (1,000 × 0.125 + 1,000 × 1.00) / 1e6
    assertThat(entry.bill().total()).isEqualByComparingTo("0.001125");
  }

  @Test
  void billsFiveMinuteAndOneHourWritesApart() throws Exception {
    String body = post("/v1/messages", """
            {"model":"claude-sonnet-4-5","max_tokens":9,"messages":[{"role":"user","content":
            [{"type":"text","text":"tokens:in=10,read=20,write5m=30,write1h=40,out=50"}]}]}""");

    Bill bill = provider.ledger().ofCall(9).bill();
    // (30 × 3.75 + 40 × 6.00) / 1e6
    assertThat(bill.cacheWrite()).isEqualByComparingTo("0.0003525");
    // (10 × 3.00 + 20 × 0.30 + 30 × 3.75 + 40 × 6.00 + 50 × 15.00) / 1e6
    assertThat(bill.total()).isEqualByComparingTo("0.0011385");
    assertThat(body)
        .contains("\"input_tokens\":10,\"cache_creation_input_tokens\":70")
        .contains("\"ephemeral_5m_input_tokens\":30,\"ephemeral_1h_input_tokens\":40");
  }

  @Test
  void doesNotBillWhatItRefused() throws Exception {
    String body = post("/v1/chat/completions", """
            {"model":"gpt-4.1-mini","messages":[{"role":"user","content":"scenario:400"}]}""");

    assertThat(body).contains("context_length_exceeded");
    assertThat(provider.ledger().entries()).isEmpty();
    assertThat(provider.received()).hasSize(1);
  }

  @Test
  void saysThatItDoesNotKnowAScenario() throws Exception {
    String body = post(
        "/v1/embeddings", "{\"model\":\"text-embedding-3-small\",\"input\":\"scenario:misspelt\"}");

    assertThat(body).contains("no such scenario: misspelt");
    assertThat(provider.ledger().entries()).isEmpty();
  }

  @Test
  void knowsThatAStreamWithoutTheOptionDoesNotSayItsUsage() throws Exception {
    String body = post("/v1/chat/completions", """
            {"model":"gpt-4.1-mini","max_completion_tokens":7,"stream":true,"messages":
            [{"role":"user","content":"hello"}]}""");

    assertThat(body).doesNotContain("usage").endsWith("data: [DONE]\n\n");
    assertThat(provider.ledger().ofCall(7).reported()).isEqualTo(Reported.NOTHING);
    assertThat(provider.ledger().accountableUsd()).isZero();
    // 41 tokens in (40 and 6 / 4), 12 out: (41 × 0.40 + 12 × 1.60) / 1e6
    assertThat(provider.ledger().invoicedUsd()).isEqualByComparingTo("0.0000356");
  }

  @Test
  void streamsAnthropicUsageCumulatively() throws Exception {
    String body = post("/v1/messages", """
            {"model":"claude-haiku-4-5","max_tokens":9,"stream":true,"messages":[{"role":"user",
            "content":"tokens:in=10,out=50"}]}""");

    assertThat(body)
        .startsWith("event: message_start\n")
        .contains("\"output_tokens\":1,\"service_tier\"")
        .contains("event: ping\ndata: {\"type\": \"ping\"}\n\n")
        .contains("\"output_tokens\":50}}\n\nevent: message_stop\n");
  }

  @Test
  void hasNoPriceForAModelItDoesNotList() throws Exception {
    post("/v1/embeddings", "{\"model\":\"house-model-1\",\"input\":\"hello\"}");

    assertThat(provider.ledger().entries().get(0).bill()).isNull();
    assertThat(provider.ledger().invoicedUsd()).isZero();
  }

  private String post(String path, String json) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(provider.anthropicBaseUrl() + path))
        .POST(HttpRequest.BodyPublishers.ofString(json))
        .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
