package io.costspan.smoke;

/** What an operator may switch on or off beside us, and what is left to be exported then. */
enum OtherFeature {
  EVERY_INSTRUMENTATION(true, true, true) {
    @Override
    void addTo(Launch launch) {
      for (String module : OFF_BY_DEFAULT) {
        launch.property("otel.instrumentation." + module + ".enabled", "true");
      }
      launch
          .property("otel.instrumentation.executors.include-all", "true")
          .property("otel.instrumentation.http.client.emit-experimental-telemetry", "true")
          .property("otel.instrumentation.http.server.emit-experimental-telemetry", "true")
          .property("otel.instrumentation.common.experimental.controller-telemetry.enabled", "true")
          .property("otel.instrumentation.common.experimental.view-telemetry.enabled", "true")
          .property("otel.instrumentation.runtime-telemetry.emit-experimental-telemetry", "true");
    }
  },
  DEBUG(true, true, true) {
    @Override
    void addTo(Launch launch) {
      launch.property("otel.javaagent.debug", "true");
    }
  },
  /** The sum of what is sent twice a second, with the spans that it came from. */
  DELTAS_AND_EXEMPLARS(true, true, true) {
    @Override
    void addTo(Launch launch) {
      launch
          .property("otel.exporter.otlp.metrics.temporality.preference", "delta")
          .property("otel.metric.export.interval", "500")
          .property("otel.metrics.exemplar.filter", "always_on");
    }
  },
  NO_LOGS(true, true, false) {
    @Override
    void addTo(Launch launch) {
      launch.property("otel.logs.exporter", "none");
    }
  },
  NO_METRICS(true, false, true) {
    @Override
    void addTo(Launch launch) {
      launch.property("otel.metrics.exporter", "none");
    }
  },
  NO_TRACES(false, true, true) {
    @Override
    void addTo(Launch launch) {
      launch.property("otel.traces.exporter", "none");
    }
  },
  NOTHING_EXPORTED(false, false, false) {
    @Override
    void addTo(Launch launch) {
      launch
          .property("otel.logs.exporter", "none")
          .property("otel.metrics.exporter", "none")
          .property("otel.traces.exporter", "none");
    }
  },
  NO_SDK(false, false, false) {
    @Override
    void addTo(Launch launch) {
      launch.property("otel.sdk.disabled", "true");
    }
  },
  SMALL_HEAP(true, true, true) {
    @Override
    void addTo(Launch launch) {
      launch.option("-Xmx64m");
    }
  };

  private static final String[] OFF_BY_DEFAULT = {
    "dropwizard-metrics",
    "graphql-java",
    "hibernate",
    "jdbc-datasource",
    "jsp",
    "micrometer",
    "mybatis",
    "opentelemetry-extension-annotations",
    "spring-batch",
    "spring-ws",
    "tomcat-jdbc",
    "vertx-http-client"
  };

  final boolean spans;
  final boolean metrics;
  final boolean events;

  OtherFeature(boolean spans, boolean metrics, boolean events) {
    this.spans = spans;
    this.metrics = metrics;
    this.events = events;
  }

  abstract void addTo(Launch launch);
}
