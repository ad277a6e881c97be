package io.opentelemetry.javaagent.costspan.tap.bedrock;

import java.net.URI;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeServiceClientConfiguration;

/** A client that sends nothing, and tells its endpoint. */
final class SilentClient implements SdkClient {

  private final BedrockRuntimeServiceClientConfiguration.Builder configuration =
      BedrockRuntimeServiceClientConfiguration.builder();

  private SilentClient() {}

  static SilentClient in(String region) {
    SilentClient client = new SilentClient();
    client.configuration.region(Region.of(region));
    return client;
  }

  SilentClient sendingTo(String url) {
    configuration.endpointOverride(URI.create(url));
    return this;
  }

  @Override
  public SdkServiceClientConfiguration serviceClientConfiguration() {
    return configuration.build();
  }

  @Override
  public String serviceName() {
    return "bedrock";
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
