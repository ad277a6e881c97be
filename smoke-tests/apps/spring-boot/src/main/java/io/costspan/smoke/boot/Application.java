package io.costspan.smoke.boot;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import io.costspan.smoke.servers.Assistant;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableAsync;

/**
 * A web application on a free port. Arguments: {@code --provider=URL}, then the paths that it asks
 * itself for, one after the other, before it exits; without any it serves until it is ended.
 */
@EnableAsync
@SpringBootApplication
public class Application {
  public static void main(String... args) throws Exception {
    var context = (ServletWebServerApplicationContext) SpringApplication.run(
        Application.class, "--server.port=0", "--spring.main.banner-mode=off", args[0]);
    int port = context.getWebServer().getPort();
    if (args.length == 1) {
      System.out.println("listening|" + port);
      return;
    }
    for (int i = 1; i < args.length; i++) {
      System.out.println(args[i] + "|" + ask("http://127.0.0.1:" + port + args[i]));
    }
    System.exit(SpringApplication.exit(context));
  }

  @Bean
  OpenAIClient openAi(Environment environment) {
    return OpenAIOkHttpClient.builder()
        .baseUrl(environment.getRequiredProperty("provider") + "/v1")
        .apiKey("sk-smoke-test")
        .build();
  }

  @Bean
  Assistant assistant(Environment environment) {
    return new Assistant(environment.getRequiredProperty("provider"));
  }

  private static String ask(String url) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    return response.statusCode() + " " + response.body();
  }
}
