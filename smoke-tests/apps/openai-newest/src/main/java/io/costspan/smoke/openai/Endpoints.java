package io.costspan.smoke.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.HttpResponse;
import com.openai.models.audio.AudioModel;
import com.openai.models.audio.speech.SpeechCreateParams;
import com.openai.models.audio.speech.SpeechModel;
import com.openai.models.audio.transcriptions.TranscriptionCreateParams;
import com.openai.models.audio.translations.TranslationCreateParams;
import com.openai.models.completions.CompletionCreateParams;
import com.openai.models.images.ImageEditParams;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.moderations.ModerationCreateParams;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** One call to each endpoint of OpenAI that is no chat and no embedding. Argument: URL. */
@SuppressWarnings("deprecation") // what is still in use is to be priced
public final class Endpoints {
  private Endpoints() {}

  public static void main(String... args) throws Exception {
    OpenAIClient client = OpenAIOkHttpClient.builder()
        .baseUrl(args[0] + "/v1")
        .apiKey("sk-smoke-test")
        .maxRetries(0)
        .build();
    print(client
        .images()
        .generate(ImageGenerateParams.builder()
            .model("dall-e-3")
            .prompt("a cat")
            .quality(ImageGenerateParams.Quality.HD)
            .build()));
    print(client
        .images()
        .edit(ImageEditParams.builder()
            .model("gpt-image-1")
            .prompt("a hat on it")
            .image(file())
            .build()));
    print(client
        .audio()
        .transcriptions()
        .create(TranscriptionCreateParams.builder()
            .model(AudioModel.WHISPER_1)
            .file(file())
            .build()));
    print(client
        .async()
        .audio()
        .translations()
        .create(TranslationCreateParams.builder()
            .model(AudioModel.WHISPER_1)
            .file(file())
            .build())
        .get());
    try (HttpResponse speech = client
        .audio()
        .speech()
        .create(SpeechCreateParams.builder()
            .model(SpeechModel.TTS_1)
            .input("Guten Tag, Welt!")
            .voice("alloy")
            .build())) {
      print(speech.statusCode() + " " + speech.body().readAllBytes().length);
    }
    print(client
        .moderations()
        .create(ModerationCreateParams.builder()
            .model("omni-moderation-latest")
            .input("Nice weather.")
            .build()));
    print(client
        .completions()
        .create(CompletionCreateParams.builder()
            .model("gpt-3.5-turbo-instruct")
            .prompt("Once upon")
            .build()));
    System.exit(0);
  }

  private static InputStream file() {
    return new ByteArrayInputStream(new byte[] {1, 2, 3, 4});
  }

  private static void print(Object result) {
    System.out.println(result);
  }
}
