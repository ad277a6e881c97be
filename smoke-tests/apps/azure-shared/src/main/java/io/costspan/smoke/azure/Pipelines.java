package io.costspan.smoke.azure;

import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.HttpPolicyProviders;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.http.policy.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The pipeline that the builders make, without the key: with one, they refuse plain HTTP. */
final class Pipelines {
  private Pipelines() {}

  static HttpPipeline pipeline(int maxRetries) {
    List<HttpPipelinePolicy> policies = new ArrayList<>();
    HttpPolicyProviders.addBeforeRetryPolicies(policies);
    policies.add(
        new RetryPolicy(new RetryOptions(new FixedDelayOptions(maxRetries, Duration.ofMillis(1)))));
    HttpPolicyProviders.addAfterRetryPolicies(policies);
    return new HttpPipelineBuilder()
        .policies(policies.toArray(new HttpPipelinePolicy[0]))
        .build();
  }
}
