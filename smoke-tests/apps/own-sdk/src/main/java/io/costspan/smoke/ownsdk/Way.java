package io.costspan.smoke.ownsdk;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.OpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

/** Where an application may have its OpenTelemetry from. */
enum Way {
  /** An SDK that nobody else knows. */
  PRIVATE {
    @Override
    OpenTelemetry openTelemetry(OwnExporter exporter) {
      return sdk(exporter).build();
    }
  },
  /** Whatever is there: the agent's, or none. */
  GLOBAL {
    @Override
    OpenTelemetry openTelemetry(OwnExporter exporter) {
      return GlobalOpenTelemetry.get();
    }
  },
  /** An SDK for everybody. An agent keeps it from them, and leaves it to who made it. */
  REGISTERED {
    @Override
    OpenTelemetry openTelemetry(OwnExporter exporter) {
      return sdk(exporter).buildAndRegisterGlobal();
    }
  };

  abstract OpenTelemetry openTelemetry(OwnExporter exporter);

  private static OpenTelemetrySdkBuilder sdk(OwnExporter exporter) {
    return OpenTelemetrySdk.builder()
        .setTracerProvider(SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build());
  }
}
