package io.opentelemetry.javaagent.costspan.tap.bedrock;

import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.BytesWrapper;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What of the SDK's messages is shown to the wire formats, as JSON. A model's own body is shown as it
 * is; of Converse's typed messages, only the members that say what a call is and what it used, which
 * are never content. Members are found by name, so that those of later versions are there too.
 */
final class Shown {

  private static final byte[] NOTHING = {};

  private static final Set<String> MEMBERS =
      Collections.unmodifiableSet(new HashSet<>(Arrays.asList(
          "inferenceConfig",
          "serviceTier",
          "performanceConfig",
          "usage",
          "metrics",
          "stopReason")));

  /** Of a trace only what a router chose: guardrails quote what they caught. */
  private static final String TRACE = "trace";

  private static final String ROUTER = "promptRouter";

  /** Whose call it is; only where a setting asks for it. */
  private static final String METADATA = "requestMetadata";

  /** A member that is a piece of an answer: that it is there is all that is shown. */
  private static final String PIECE = "delta";

  private static final Set<String> BODIES =
      Collections.unmodifiableSet(new HashSet<>(Arrays.asList("body", "bytes")));

  private Shown() {}

  static byte[] of(SdkPojo message) {
    StringBuilder json = new StringBuilder("{");
    for (SdkField<?> field : message.sdkFields()) {
      String name = name(field);
      if (BODIES.contains(name)) {
        return body(field.getValueOrDefault(message));
      }
      if (MEMBERS.contains(name) || (name.equals(METADATA) && LlmCalls.readsIn(METADATA))) {
        member(json, name, field.getValueOrDefault(message));
      } else if (name.equals(TRACE)) {
        trace(json, field.getValueOrDefault(message));
      } else if (name.equals(PIECE) && field.getValueOrDefault(message) != null) {
        begin(json, name).append("{}");
      }
    }
    return BedrockTap.utf8(json.append('}').toString());
  }

  static byte[] error(@Nullable String code) {
    StringBuilder json = new StringBuilder("{\"error\":{");
    member(json, "type", code);
    return BedrockTap.utf8(json.append("}}").toString());
  }

  private static byte[] body(@Nullable Object bytes) {
    return bytes instanceof BytesWrapper ? ((BytesWrapper) bytes).asByteArrayUnsafe() : NOTHING;
  }

  private static void trace(StringBuilder json, @Nullable Object trace) {
    if (!(trace instanceof SdkPojo)) {
      return;
    }
    begin(json, TRACE).append('{');
    for (SdkField<?> field : ((SdkPojo) trace).sdkFields()) {
      if (name(field).equals(ROUTER)) {
        member(json, ROUTER, field.getValueOrDefault(trace));
      }
    }
    json.append('}');
  }

  private static void member(StringBuilder json, String name, @Nullable Object value) {
    if (value != null) {
      value(begin(json, name), value);
    }
  }

  private static StringBuilder begin(StringBuilder json, String name) {
    if (json.charAt(json.length() - 1) != '{') {
      json.append(',');
    }
    return json.append('"').append(name).append("\":");
  }

  private static void value(StringBuilder json, Object value) {
    if (value instanceof SdkPojo) {
      json.append('{');
      for (SdkField<?> field : ((SdkPojo) value).sdkFields()) {
        member(json, name(field), field.getValueOrDefault(value));
      }
      json.append('}');
    } else if (value instanceof Map) {
      map(json, (Map<?, ?>) value);
    } else if (value instanceof Iterable) {
      list(json, (Iterable<?>) value);
    } else if (value instanceof Boolean || isFinite(value)) {
      json.append(value);
    } else {
      text(json, value.toString());
    }
  }

  /** JSON has no infinity. */
  private static boolean isFinite(Object value) {
    return value instanceof Number
        && !Double.isInfinite(((Number) value).doubleValue())
        && !Double.isNaN(((Number) value).doubleValue());
  }

  private static void map(StringBuilder json, Map<?, ?> entries) {
    json.append('{');
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      if (json.charAt(json.length() - 1) != '{') {
        json.append(',');
      }
      text(json, String.valueOf(entry.getKey()));
      value(json.append(':'), String.valueOf(entry.getValue()));
    }
    json.append('}');
  }

  private static void list(StringBuilder json, Iterable<?> values) {
    json.append('[');
    for (Object value : values) {
      if (json.charAt(json.length() - 1) != '[') {
        json.append(',');
      }
      value(json, value);
    }
    json.append(']');
  }

  private static void text(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c == '"' || c == '\\' ? "\\" : "").append(c);
      }
    }
    json.append('"');
  }

  private static String name(SdkField<?> field) {
    return field.locationName();
  }
}
