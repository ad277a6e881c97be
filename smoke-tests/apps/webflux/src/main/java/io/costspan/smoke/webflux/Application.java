package io.costspan.smoke.webflux;

import io.costspan.smoke.servers.Assistant;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** A reactive application on a free port. Argument: {@code --provider=URL}. */
@SpringBootApplication
public class Application {
  public static void main(String... args) {
    var context = (ReactiveWebServerApplicationContext) SpringApplication.run(
        Application.class, "--server.port=0", "--spring.main.banner-mode=off", args[0]);
    System.out.println("listening|" + context.getWebServer().getPort());
  }

  @Bean
  Assistant assistant(Environment environment) {
    return new Assistant(environment.getRequiredProperty("provider"));
  }
}
