package io.costspan.smoke.secured;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * A web application on a free port, and those who use it. Arguments: {@code --provider=URL}, and how
 * many calls are made in each way before it exits.
 */
@SpringBootApplication
public class Application {
  public static void main(String... args) throws Exception {
    var context = (ServletWebServerApplicationContext) SpringApplication.run(
        Application.class, "--server.port=0", "--spring.main.banner-mode=off", args[0]);
    new Visitors("http://127.0.0.1:" + context.getWebServer().getPort())
        .visit(Integer.parseInt(args[1]));
    System.out.println("done");
    System.exit(SpringApplication.exit(context));
  }

  @Bean
  OpenAIClient openAi(Environment environment) {
    return OpenAIOkHttpClient.builder()
        .baseUrl(environment.getRequiredProperty("provider") + "/v1")
        .apiKey("sk-smoke-test")
        .build();
  }
}
