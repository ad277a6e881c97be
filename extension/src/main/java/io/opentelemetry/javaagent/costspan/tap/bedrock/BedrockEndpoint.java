package io.opentelemetry.javaagent.costspan.tap.bedrock;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;

/**
 * Where a client sends its requests: what it was told to, else the host of its region. A client makes
 * its configuration anew whenever it is asked, which takes 10 µs and more: it is asked once.
 */
final class BedrockEndpoint {

  private static final String UNKNOWN = "";
  private static final Map<SdkClient, String> URLS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private BedrockEndpoint() {}

  /** Empty when the client does not tell. */
  static String of(SdkClient client) {
    String url = URLS.get(client);
    if (url == null) {
      url = read(client.serviceClientConfiguration());
      URLS.put(client, url);
    }
    return url;
  }

  private static String read(SdkServiceClientConfiguration configuration) {
    String override = configuration.endpointOverride().map(URI::toString).orElse(UNKNOWN);
    if (!override.isEmpty() || !(configuration instanceof AwsServiceClientConfiguration)) {
      return override;
    }
    // China's domain is another one; of FIPS and IPv6 hosts the configuration says nothing.
    return "https://bedrock-runtime."
        + ((AwsServiceClientConfiguration) configuration).region().id()
        + '.'
        + ((AwsServiceClientConfiguration) configuration)
            .region()
            .metadata()
            .partition()
            .dnsSuffix();
  }
}
