package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.javaagent.costspan.attribution.Payer;
import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.javaagent.costspan.usage.RequestParameter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;

/** What a span says when it starts, so that a sampler sees it. Thread-safe. */
final class RequestAttributes {

  private final Names names;
  private final EnumMap<RequestParameter, AttributeKey<?>> keys =
      new EnumMap<>(RequestParameter.class);

  RequestAttributes(Names names) {
    this.names = names;
    keys.put(RequestParameter.MAX_TOKENS, Names.MAX_TOKENS);
    keys.put(RequestParameter.TEMPERATURE, Names.TEMPERATURE);
    keys.put(RequestParameter.TOP_P, Names.TOP_P);
    keys.put(RequestParameter.TOP_K, names.topK());
    keys.put(RequestParameter.FREQUENCY_PENALTY, Names.FREQUENCY_PENALTY);
    keys.put(RequestParameter.PRESENCE_PENALTY, Names.PRESENCE_PENALTY);
    keys.put(RequestParameter.SEED, Names.SEED);
    keys.put(RequestParameter.CHOICE_COUNT, Names.CHOICE_COUNT);
    keys.put(RequestParameter.STOP_SEQUENCES, Names.STOP_SEQUENCES);
    keys.put(RequestParameter.ENCODING_FORMATS, Names.ENCODING_FORMATS);
  }

  void put(Attributed to, CallStart start, Payer payer) {
    RequestFacts request = start.request();
    to.put(Names.OPERATION, start.operation());
    to.put(Names.PROVIDER, start.provider());
    to.put(Names.REQUEST_MODEL, request.model());
    to.put(Names.CONVERSATION, request.conversationId());
    to.put(Names.SERVER_ADDRESS, start.serverAddress());
    if (start.hasServerPort()) {
      to.put(Names.SERVER_PORT, Long.valueOf(start.serverPort()));
    }
    if (request.isStreaming()) {
      to.put(Names.STREAM, Boolean.TRUE);
    }
    if (start.hasOpenAiTiers()) {
      to.put(Names.REQUEST_TIER, request.serviceTier());
    }
    request.parameters().forEach((parameter, value) -> put(to, parameter, value));
    PayerAttributes.put(to, names, payer);
    PayerAttributes.putSources(to, payer.sources());
  }

  /** The name of the span. */
  static String spanName(CallStart start) {
    String model = start.request().model();
    return model == null ? start.operation() : start.operation() + ' ' + model;
  }

  // The types of parameter and key are matched in the constructor; a test puts every parameter.
  @SuppressWarnings("unchecked")
  private void put(Attributed to, RequestParameter parameter, Object value) {
    AttributeKey<?> key = keys.get(parameter);
    if (key == null) {
      return;
    }
    switch (key.getType()) {
      case LONG:
        to.put((AttributeKey<Long>) key, Long.valueOf(((Number) value).longValue()));
        break;
      case DOUBLE:
        to.put((AttributeKey<Double>) key, Double.valueOf(((Number) value).doubleValue()));
        break;
      default:
        to.put((AttributeKey<List<String>>) key, Arrays.asList((String[]) value));
    }
  }
}
