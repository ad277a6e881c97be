package io.costspan.smoke.bedrock;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.core.retry.backoff.BackoffStrategy;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** Both clients of one provider; the same source for every version of the SDK. */
record Clients(BedrockRuntimeClient sync, BedrockRuntimeAsyncClient async) {

  static Clients connect(String url, int maxRetries) {
    return new Clients(
        configured(BedrockRuntimeClient.builder(), url, maxRetries).build(),
        // Without TLS it would speak HTTP/2.
        configured(BedrockRuntimeAsyncClient.builder(), url, maxRetries)
            .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1))
            .build());
  }

  @SuppressWarnings("deprecation") // what took its place is not in the oldest version
  private static <B extends AwsClientBuilder<B, ?>> B configured(
      B builder, String url, int maxRetries) {
    RetryPolicy retries = RetryPolicy.builder()
        .numRetries(maxRetries)
        .backoffStrategy(BackoffStrategy.none())
        .throttlingBackoffStrategy(BackoffStrategy.none())
        .build();
    return builder
        .endpointOverride(URI.create(url))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("smoke", "test")))
        .overrideConfiguration(configuration -> configuration.retryPolicy(retries));
  }
}
