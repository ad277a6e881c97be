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
          + " results of batches, when they are read; Responses and Realtime over WebSockets, from 4.65;"
          + " what is built on it, Spring AI 2 among others",
      "Live and translation over WebSockets, assistants' runs, video; audio that a chat stream carries is"
          + " billed by its usage"),
  ANTHROPIC(
      "com.anthropic:anthropic-java",
      "anthropic",
      "anthropic-java-core",
      "anthropic-",
      "Messages and beta messages, with iterations and server tools; results of batches, when they are"
          + " read; on Bedrock, Vertex AI and Foundry too",
      "managed agents' sessions"),
  BEDROCK(
      "software.amazon.awssdk:bedrockruntime",
      "bedrock",
      "bedrockruntime",
      "bedrock-",
      "Converse, ConverseStream, InvokeModel, InvokeModelWithResponseStream; Claude, Nova, Titan, Llama,"
          + " Mistral, Cohere, OpenAI's models, embeddings",
      "bidirectional streams, asynchronous and batch invocations, guardrails by themselves"),
  GENAI(
      "com.google.genai:google-genai",
      "genai",
      "google-genai",
      "genai-",
      "content and its streams, chats, embeddings, Imagen; Gemini API and Vertex AI",
      "Live (WebSocket), batches, Veo, storage of explicit caches; embeddings whose answer counts no"
          + " tokens have no cost"),
  AZURE_OPENAI(
      "com.azure:azure-ai-openai",
      "azure",
      "azure-ai-openai",
      "azure-openai",
      "chat and its streams, completions, embeddings, images; files of batches' results",
      "assistants; audio that is sent as a form has no model, and no cost"),
  AZURE_INFERENCE(
      "com.azure:azure-ai-inference",
      "azure",
      "azure-ai-inference",
      "azure-inference",
      "chat and its streams, embeddings",
      "image embeddings"),
  COHERE(
      "com.cohere:cohere-java",
      "okhttp",
      "cohere-java",
      "cohere-",
      "chat and its streams, embed, rerank, of versions 1 and 2",
      "embed jobs, datasets, classify"),
  DASHSCOPE(
      "com.alibaba:dashscope-sdk-java",
      "okhttp",
      "dashscope-sdk-java",
      "dashscope",
      "generation, text and multimodal, and its streams; embeddings, rerank",
      "WebSockets: speech, realtime; images and video, which are tasks that are fetched later"),
  OKHTTP(
      "com.squareup.okhttp3:okhttp",
      "okhttp",
      "okhttp",
      "okhttp-",
      "any request of the table below: LangChain4j 0.x, home-made clients",
      "bodies that can be written only once: their model and parameters are not read"),
  JDK(
      "java.net.http.HttpClient",
      "jdk-http",
      "",
      "jdk-client",
      "any request of the table below, over HTTP/1.1 and 2: LangChain4j 1.x, Spring's RestClient,"
          + " home-made clients",
      "WebSockets; bodies of publishers that are not the JDK's own: their model and parameters are"
          + " not read"),
  OLLAMA4J(
      "io.github.ollama4j:ollama4j",
      "jdk-http",
      "ollama4j",
      "ollama4j",
      "chat, generate, embed and their streams; what runs on one's own hardware has no price",
      "pulling and creating models"),
  LANGCHAIN4J(
      "dev.langchain4j:langchain4j-open-ai",
      "jdk-http",
      "langchain4j-open-ai",
      "langchain4j-",
      "chat, its streams and embeddings over the default HTTP client; its retries are calls of their own",
      "spans of chains, tools and agents"),
  APACHE5(
      "org.apache.httpcomponents.client5:httpclient5",
      "apache-httpclient-5",
      "httpclient5",
      "apache5-",
      "any request of the table below by the classic client, its fluent facade included, and by the"
          + " asynchronous ones, over HTTP/1.1 and 2",
      "asynchronous requests of a producer class of one's own, and exchange handlers; asynchronous"
          + " bodies that are no text or array: their model and parameters are not read"),
  REACTOR_NETTY(
      "io.projectreactor.netty:reactor-netty-http",
      "reactor-netty",
      "reactor-netty-http",
      "webclient-",
      "any request of the table below, over HTTP/1.1 and 2: Spring's WebClient, home-made clients",
      "the agent's HTTP span is beside the call's and not below it; a call that gets no connection has no"
          + " model");

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
    if (jar.isEmpty()) {
      return List.of("JDK 17", "JDK 25");
    }
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
