package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.usage.Count.INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.OUTPUT;
import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.Reply.intoUsage;
import static io.opentelemetry.javaagent.costspan.wire.ReplyNumber.EMBEDDING;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.MODEL;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.STATUS;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.STOP_REASON;

import io.opentelemetry.javaagent.costspan.usage.Usage;

/**
 * Ollama's own protocol: chat, completions and embeddings. A stream is one document a line, the last
 * of which has the counts. That of the input is missing when the whole prompt was cached: nobody
 * knows it then.
 */
final class OllamaChat implements WireFormat, StreamRules {

  static final WireFormat FORMAT = new OllamaChat();

  private static final JsonShape<Reply> RESPONSE = ErrorTable.addTo(JsonShape.<Reply>object()
      .begin(reply -> LocalServers.served(reply, "ollama"))
      .text("model", into(MODEL))
      .flag("done", OllamaChat::done)
      .text("done_reason", into(STOP_REASON))
      .integer("prompt_eval_count", intoUsage(INPUT))
      .integer("eval_count", intoUsage(OUTPUT))
      .present("embeddings", reply -> into(EMBEDDING).accept(reply, 1)));

  @Override
  public String name() {
    return "ollama.chat";
  }

  @Override
  public String operation() {
    return "chat";
  }

  @Override
  public String operationAt(String path) {
    if (isEmbedding(path)) {
      return "embeddings";
    }
    return path.endsWith("generate") ? "text_completion" : operation();
  }

  @Override
  public String defaultProvider() {
    return "ollama";
  }

  @Override
  public RequestReader requestReader(String path) {
    return JsonRequestReader.of(
        isEmbedding(path) ? RequestTables.OLLAMA_EMBEDDINGS : RequestTables.OLLAMA);
  }

  @Override
  public ResponseReader responseReader(boolean eventStream) {
    return eventStream
        ? EventStreamResponseReader.ofLines(RESPONSE, this)
        : new JsonResponseReader(RESPONSE, this);
  }

  @Override
  public boolean hasTotals(Reply reply, Usage.Builder counts) {
    return counts.has(INPUT) && (counts.has(OUTPUT) || reply.has(EMBEDDING));
  }

  @Override
  public boolean ends(Reply event) {
    return event.is(STATUS, "done");
  }

  @Override
  public boolean carriesOutput(Reply event) {
    return !ends(event);
  }

  @Override
  public boolean settlesCounts(Reply event, Reply soFar) {
    return ends(event);
  }

  private static boolean isEmbedding(String path) {
    return path.endsWith("embed") || path.endsWith("embeddings");
  }

  private static void done(Reply reply, boolean done) {
    if (done) {
      into(STATUS).accept(reply, "done");
    }
  }
}
