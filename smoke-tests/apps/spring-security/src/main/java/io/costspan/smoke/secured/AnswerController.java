package io.costspan.smoke.secured;

import com.openai.client.OpenAIClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers whoever may ask, on two threads; the number in the path becomes the limit of output tokens. */
@RestController
class AnswerController {
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final OpenAIClient openAi;

  AnswerController(OpenAIClient openAi) {
    this.openAi = openAi;
  }

  @GetMapping({"/password/{number}", "/token/{number}", "/open/{number}"})
  String answer(@PathVariable("number") long number) throws Exception {
    ChatCompletionCreateParams params = ChatCompletionCreateParams.builder()
        .model("gpt-4.1-mini")
        .maxCompletionTokens(number)
        .addUserMessage("Say a word.")
        .build();
    return threads.submit(() -> openAi.chat().completions().create(params).id()).get();
  }

  /** Goes on as somebody who has no token. */
  @GetMapping("/token/as-system/{number}")
  String answerAsSystem(@PathVariable("number") long number) throws Exception {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated("system", null, List.of()));
    SecurityContextHolder.setContext(context);
    return answer(number);
  }
}
