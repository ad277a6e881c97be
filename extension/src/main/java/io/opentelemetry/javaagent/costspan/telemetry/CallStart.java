package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.attribution.CallFields;
import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import org.jspecify.annotations.Nullable;

/** What is known when a call begins. Immutable. */
public final class CallStart implements CallFields {

  private static final int UNKNOWN_PORT = -1;

  private final String operation;
  private final String provider;
  private final RequestFacts request;
  private final @Nullable String serverAddress;
  private final int serverPort;
  private final Context parent;
  private final boolean openAiTiers;

  private CallStart(
      String operation,
      String provider,
      RequestFacts request,
      @Nullable String serverAddress,
      int serverPort,
      Context parent,
      boolean openAiTiers) {
    this.operation = operation;
    this.provider = provider;
    this.request = request;
    this.serverAddress = serverAddress;
    this.serverPort = serverPort;
    this.parent = parent;
    this.openAiTiers = openAiTiers;
  }

  /**
   * A call that is about to be sent.
   *
   * @param operation value of {@code gen_ai.operation.name}; one of a fixed set, never from traffic
   * @param provider value of {@code gen_ai.provider.name}
   * @param serverPort -1 when unknown
   * @param parent the context that the application called from
   */
  public static CallStart of(
      String operation,
      String provider,
      RequestFacts request,
      @Nullable String serverAddress,
      int serverPort,
      Context parent) {
    boolean openAiTiers = !"anthropic".equals(provider);
    return new CallStart(
        operation, provider, request, serverAddress, serverPort, parent, openAiTiers);
  }

  /**
   * The same call, of which it is known whether it speaks a wire format of OpenAI: only then its
   * tiers are those that the conventions name. Unless told, every provider but {@code anthropic} is
   * taken to; a cloud that serves several vendors' formats has to be told.
   */
  public CallStart speakingOpenAi(boolean value) {
    return new CallStart(operation, provider, request, serverAddress, serverPort, parent, value);
  }

  /** What it has several calls in, one of them. */
  CallStart part(String partsOperation, RequestFacts asked) {
    return new CallStart(
        partsOperation, provider, asked, serverAddress, serverPort, parent, openAiTiers);
  }

  String operation() {
    return operation;
  }

  String provider() {
    return provider;
  }

  RequestFacts request() {
    return request;
  }

  @Override
  public @Nullable String field(String name) {
    return request.field(name);
  }

  @Nullable
  String serverAddress() {
    return serverAddress;
  }

  int serverPort() {
    return serverPort;
  }

  boolean hasServerPort() {
    return serverPort != UNKNOWN_PORT;
  }

  /** Anthropic has tiers too, and the conventions no attribute for them. */
  boolean hasOpenAiTiers() {
    return openAiTiers;
  }

  Context parent() {
    return parent;
  }
}
