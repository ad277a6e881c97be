package io.costspan.demo.copilot;

import com.anthropic.client.AnthropicClient;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.TextBlock;
import com.anthropic.models.messages.TextBlockParam;
import java.io.IOException;
import java.util.List;

/** A text held against the house style, which is the same each time: the provider may cache it. */
final class Review implements Feature {
  private static final String HOUSE_STYLE =
      "You review texts. Say what is unclear, what is missing and what can go. Be brief and kind.";

  private final AnthropicClient client;
  private final String model;

  Review(AnthropicClient client, String model) {
    this.client = client;
    this.model = model;
  }

  @Override
  public void answer(String text, Reply reply) throws IOException {
    TextBlockParam houseStyle = TextBlockParam.builder()
        .text(HOUSE_STYLE)
        .cacheControl(CacheControlEphemeral.builder().build())
        .build();
    Message review = client
        .messages()
        .create(MessageCreateParams.builder()
            .model(model)
            .maxTokens(800)
            .systemOfTextBlockParams(List.of(houseStyle))
            .addUserMessage(text)
            .build());
    for (ContentBlock block : review.content()) {
      reply.write(block.text().map(TextBlock::text).orElse(""));
    }
  }
}
