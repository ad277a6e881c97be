package io.opentelemetry.javaagent.costspan.tap.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BedrockEndpointTest {

  @Test
  void aRegionHasAHost() {
    assertThat(BedrockEndpoint.of(SilentClient.in("us-east-1")))
        .isEqualTo("https://bedrock-runtime.us-east-1.amazonaws.com");
    assertThat(BedrockEndpoint.of(SilentClient.in("us-gov-west-1")))
        .isEqualTo("https://bedrock-runtime.us-gov-west-1.amazonaws.com");
    assertThat(BedrockEndpoint.of(SilentClient.in("cn-north-1")))
        .isEqualTo("https://bedrock-runtime.cn-north-1.amazonaws.com.cn");
  }

  @Test
  void whatAClientWasToldComesFirst() {
    assertThat(
            BedrockEndpoint.of(SilentClient.in("us-east-1").sendingTo("http://127.0.0.1:8080/llm")))
        .isEqualTo("http://127.0.0.1:8080/llm");
  }
}
