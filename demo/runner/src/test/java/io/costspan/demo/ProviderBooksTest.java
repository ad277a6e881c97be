package io.costspan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.demo.picture.Account;
import io.costspan.testbed.provider.ProviderServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProviderBooksTest {
  private final ProviderServer provider = ProviderServer.start();

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void countsACallOnceHoweverOftenItWasTried() throws Exception {
    ask(0, "scenario:429-then-200 tokens:in=1000,out=100");
    ask(1, "scenario:429-then-200 tokens:in=1000,out=100");

    Account account = ProviderAccount.of(provider);

    assertThat(account.calls()).isEqualTo(1);
    assertThat(account.usdByModel()).containsOnlyKeys("gpt-4.1-mini");
    // (1000 × 0.40 + 100 × 1.60) / 1e6
    assertThat(account.usdByModel().get("gpt-4.1-mini")).isEqualByComparingTo("0.00056");
    assertThat(Untold.of(provider.ledger())).isEmpty();
  }

  @Test
  void namesWhatNobodyCouldKnow() throws Exception {
    ask(0, "scenario:missing-usage tokens:in=1000,out=100");

    assertThat(ProviderAccount.of(provider).calls()).isEqualTo(1);
    assertThat(ProviderAccount.of(provider).usdByModel()).isEmpty();
    assertThat(Untold.of(provider.ledger())).contains("$0.00056 for 1 ");
  }

  private void ask(int attempt, String prompt) throws IOException, InterruptedException {
    String body = """
        {"model": "gpt-4.1-mini", "messages": [{"role": "user", "content": "%s"}]}""".formatted(prompt);
    HttpRequest request = HttpRequest.newBuilder(
            URI.create(provider.openAiBaseUrl() + "/chat/completions"))
        .header("X-Stainless-Retry-Count", Integer.toString(attempt))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
  }
}
