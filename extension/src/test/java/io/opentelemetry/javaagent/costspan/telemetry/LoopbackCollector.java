package io.opentelemetry.javaagent.costspan.telemetry;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Receives OTLP over HTTP on a free loopback port. */
final class LoopbackCollector implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, List<byte[]>> bodiesByPath = new ConcurrentHashMap<>();

  LoopbackCollector() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::receive);
    server.start();
  }

  String url(String path) {
    InetSocketAddress address = server.getAddress();
    return "http://" + address.getHostString() + ":" + address.getPort() + path;
  }

  ExportTraceServiceRequest traces() throws InvalidProtocolBufferException {
    return ExportTraceServiceRequest.parseFrom(onlyBody("/v1/traces"));
  }

  ExportMetricsServiceRequest metrics() throws InvalidProtocolBufferException {
    return ExportMetricsServiceRequest.parseFrom(onlyBody("/v1/metrics"));
  }

  ExportLogsServiceRequest logs() throws InvalidProtocolBufferException {
    return ExportLogsServiceRequest.parseFrom(onlyBody("/v1/logs"));
  }

  private byte[] onlyBody(String path) {
    List<byte[]> bodies = bodiesByPath.getOrDefault(path, List.of());
    if (bodies.size() != 1) {
      throw new AssertionError(bodies.size() + " exports to " + path);
    }
    return bodies.get(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    bodiesByPath
        .computeIfAbsent(exchange.getRequestURI().getPath(), path -> new CopyOnWriteArrayList<>())
        .add(body);
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
