package io.costspan.testbed.provider;

import java.util.ArrayList;
import java.util.List;

/** Ollama chat: a whole answer is the last document of a stream with the text in it. */
final class OllamaAnswer implements Answer {
  private final Generation generation;

  OllamaAnswer(Generation generation) {
    this.generation = generation;
  }

  @Override
  public String json() {
    return last(generation.text());
  }

  @Override
  public Stream stream() {
    List<JsonLine> text = new ArrayList<>();
    for (String piece : generation.pieces()) {
      text.add(new JsonLine(document(piece, "\"done\":false")));
    }
    return new Stream(List.of(), text, List.of(new JsonLine(last(""))));
  }

  private String last(String text) {
    Tokens tokens = generation.tokens();
    String prompt = generation.saysUsage() ? ",\"prompt_eval_count\":" + tokens.input() : "";
    String output = generation.saysUsage() ? ",\"eval_count\":" + tokens.output() : "";
    return document(text, """
        "done":true,"done_reason":"stop","total_duration":4883583458,"load_duration":1334875%s,\
        "prompt_eval_duration":342546000%s,"eval_duration":4535599000""".formatted(prompt, output));
  }

  private String document(String text, String rest) {
    return """
        {"model":"%s","created_at":"2026-11-21T00:00:00.000000Z",\
        "message":{"role":"assistant","content":%s},%s}""".formatted(generation.responseModel(), Answer.quoted(text), rest);
  }
}
