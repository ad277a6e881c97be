package io.costspan.smoke.anthropic;

import com.anthropic.core.JsonValue;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.TextBlockParam;
import io.costspan.smoke.runner.Ask;
import java.util.List;

/** Requests; the same source for every version of the SDK. */
final class Params {
  private Params() {}

  static MessageCreateParams.Builder of(Ask ask) {
    MessageCreateParams.Builder params =
        MessageCreateParams.builder()
            .model(modelOf(ask))
            .maxTokens(ask.number())
            .addUserMessage(ask.prompt());
    if (ask.model() == Ask.Model.REASONING) {
      params.enabledThinking(1_024);
    }
    return params;
  }

  static MessageCreateParams caching(Ask ask, boolean forAnHour) {
    CacheControlEphemeral.Builder control = CacheControlEphemeral.builder();
    if (forAnHour) {
      // The oldest version has no name for it.
      control.putAdditionalProperty("ttl", JsonValue.from("1h"));
    }
    TextBlockParam system =
        TextBlockParam.builder().text("Be brief.").cacheControl(control.build()).build();
    return of(ask).systemOfTextBlockParams(List.of(system)).build();
  }

  private static String modelOf(Ask ask) {
    return switch (ask.model()) {
      case STANDARD, REASONING -> "claude-sonnet-4-5";
      case SMALL -> "claude-haiku-4-5";
      case UNKNOWN -> "house-model-1";
    };
  }
}
