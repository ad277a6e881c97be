package io.costspan.smoke;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A client as docs/supported-clients.md lists it; its versions are those that applications run with. */
enum Client {
  OPENAI(
      "com.openai:openai-java",
      "openai",
      "openai-java-core",
      "openai-",
      "chat, Responses, embeddings, images, speech, transcription, translation, moderation, completions;"
          + " what is built on it, Spring AI 2 among others",
      "batches, WebSockets, assistants' runs, video; audio that a chat stream carries is billed by its usage"),
  ANTHROPIC(
      "com.anthropic:anthropic-java",
      "anthropic",
      "anthropic-java-core",
      "anthropic-",
      "Messages and beta messages, with iterations and server tools; on Bedrock, Vertex AI and Foundry too",
      "batches, managed agents' sessions");

  private static final Pattern VERSION = Pattern.compile("-(\\d[^/]*)\\.jar$");

  private final String artifact;
  private final String tap;
  private final String jar;
  private final String directories;
  private final String calls;
  private final String notCaptured;

  /**
   * @param tap the name by which it is switched off
   * @param jar its file name up to the version
   * @param directories how the directories of its applications begin
   */
  Client(
      String artifact,
      String tap,
      String jar,
      String directories,
      String calls,
      String notCaptured) {
    this.artifact = artifact;
    this.tap = tap;
    this.jar = jar;
    this.directories = directories;
    this.calls = calls;
    this.notCaptured = notCaptured;
  }

  static String table() {
    StringBuilder table = new StringBuilder(
        "\n| client | tested with | tap | calls | what is not captured |\n|---|---|---|---|---|\n");
    for (Client client : values()) {
      table.append(client.row());
    }
    return table.append('\n').toString();
  }

  boolean isOf(App app) {
    return app.toString().startsWith(directories);
  }

  private String row() {
    return "| `%s` | %s | `%s` | %s | %s |\n"
        .formatted(artifact, String.join(", ", versions()), tap, calls, notCaptured);
  }

  private List<String> versions() {
    return Stream.of(App.values())
        .filter(this::isOf)
        .flatMap(app -> versions(app.classPath()))
        .distinct()
        .toList();
  }

  private Stream<String> versions(Path classPath) {
    try (Stream<Path> jars = Files.list(classPath)) {
      return jars
          .map(file -> file.getFileName().toString())
          .filter(file -> file.startsWith(jar + "-"))
          .map(file -> VERSION.matcher(file.substring(jar.length())))
          .filter(Matcher::find)
          .map(version -> version.group(1))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
