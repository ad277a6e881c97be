package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.trace.SdkTracerProvider;

/**
 * The SDK's providers under the API. {@code OpenTelemetrySdk} would do the same, but fails to load
 * beside the incubator that we compile against, which is older than it.
 */
record SdkParts(SdkTracerProvider tracers, SdkMeterProvider meters, SdkLoggerProvider loggers)
    implements OpenTelemetry, AutoCloseable {

  @Override
  public TracerProvider getTracerProvider() {
    return tracers;
  }

  @Override
  public MeterProvider getMeterProvider() {
    return meters;
  }

  @Override
  public LoggerProvider getLogsBridge() {
    return loggers;
  }

  @Override
  public ContextPropagators getPropagators() {
    return ContextPropagators.noop();
  }

  @Override
  public void close() {
    tracers.close();
    meters.close();
    loggers.close();
  }
}
