package io.opentelemetry.javaagent.costspan.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.price.BilledCall;
import io.opentelemetry.javaagent.costspan.price.PriceBook;
import io.opentelemetry.javaagent.costspan.price.Pricing;
import io.opentelemetry.javaagent.costspan.price.Quote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a call reaches the price engine. */
class BilledCallTest {

  private static final String USAGE = "\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":2";

  private final Asked asked = new Asked();
  private final InstalledCalls calls = InstalledCalls.install(asked);

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void theGatewaysAmountIsThatOfTheHeader() {
    assertThat(billed("{" + USAGE + "}}", "1.23e-05").usage().reportedUsd())
        .isEqualByComparingTo("0.0000123");
  }

  @Test
  void theBodysAmountComesFirst() {
    assertThat(billed("{" + USAGE + ",\"cost\":0.5}}", "0.7").usage().reportedUsd())
        .isEqualByComparingTo("0.5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "0.0", "0e-10", "", " ", "None", "NaN", "-1", "1e999999999", "2000000000"})
  void aHeaderThatTellsNoAmountIsIgnored(String value) {
    BilledCall call = billed("{" + USAGE + "}}", value);

    assertThat(call.usage().reportedUsd()).isNull();
    assertThat(call.usage()).hasToString("measured INPUT=10 OUTPUT=2");
  }

  @Test
  void aLocalServerIsTheProvider() {
    assertThat(billed("{\"system_fingerprint\":\"fp_ollama\"," + USAGE + "}}", null)
            .provider())
        .isEqualTo("ollama");
    assertThat(billed("{" + USAGE + "}}", null).provider()).isEqualTo("openai");
  }

  private BilledCall billed(String json, @Nullable String reportedUsd) {
    LlmCall call = LlmCalls.begin(FakeRequest.chatAt("http://gateway.internal:4000/"));
    call.leaveThread();
    call.headers(200, Heads.of("application/json", reportedUsd));
    call.bytes(json.getBytes(UTF_8), 0, json.length());
    call.closed();
    return asked.about.get(asked.about.size() - 1);
  }

  private static final class Asked implements Pricing {

    private final PriceBook book = PriceBook.bundled();
    private final List<BilledCall> about = new ArrayList<>();

    @Override
    public Quote quote(BilledCall call) {
      about.add(call);
      return book.quote(call);
    }

    @Override
    public String version() {
      return book.version();
    }

    @Override
    public int size() {
      return book.size();
    }
  }
}
