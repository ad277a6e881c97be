package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.LOCAL_SERVER;

/**
 * How servers that run models on one's own hardware give themselves away where they speak OpenAI's
 * chat completions. Seen in recorded responses in public repositories up to November 2026:
 *
 * <ul>
 *   <li>Ollama: {@code "system_fingerprint":"fp_ollama"} in documents and in every chunk, whatever
 *       the model. Its hosted offer says the same.
 *   <li>vLLM: {@code "prompt_logprobs":null} and, since 2025, {@code "kv_transfer_params":null} at
 *       the end of a document. Since 2026 a fingerprint such as {@code vllm-0.26.0-tp4-628bf3dd}.
 *       Older streams tell nothing.
 *   <li>llama.cpp: {@code "timings":{..,"predicted_per_second":196.04}} in the document or the last
 *       chunk.
 *   <li>LM Studio: nothing was found that others do not send too.
 * </ul>
 *
 * Providers who run vLLM send its keys as well: whoever knows the host, knows better.
 */
final class LocalServers {

  private static final String OLLAMA_FINGERPRINT = "fp_ollama";
  private static final String VLLM_FINGERPRINT = "vllm-";

  private LocalServers() {}

  static JsonShape<Reply> addTo(JsonShape<Reply> completion) {
    return completion
        .text("system_fingerprint", LocalServers::fingerprint)
        .present("kv_transfer_params", reply -> served(reply, "vllm"))
        .present("prompt_logprobs", reply -> served(reply, "vllm"))
        .child(
            "timings",
            JsonShape.<Reply>object()
                .number("predicted_per_second", (reply, rate) -> served(reply, "llama_cpp")));
  }

  /** Says which server it is, in the place of a provider. */
  static void served(Reply reply, String server) {
    into(LOCAL_SERVER).accept(reply, server);
  }

  private static void fingerprint(Reply reply, String fingerprint) {
    if (fingerprint.equals(OLLAMA_FINGERPRINT)) {
      served(reply, "ollama");
    } else if (fingerprint.startsWith(VLLM_FINGERPRINT)) {
      served(reply, "vllm");
    }
  }
}
