package io.opentelemetry.javaagent.costspan.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedModelsTest {

  @ParameterizedTest
  @CsvSource({
    "gpt-4,,CL100K_BASE",
    "gpt-4-0613,,CL100K_BASE",
    "gpt-4-turbo,,CL100K_BASE",
    "gpt-3.5-turbo,,CL100K_BASE",
    "gpt-3.5-turbo-instruct,,CL100K_BASE",
    "gpt-35-turbo-16k,,CL100K_BASE",
    "davinci-002,,CL100K_BASE",
    "ft:gpt-3.5-turbo-0125:acme::9ab,,CL100K_BASE",
    "ft:gpt-4o-mini-2024-07-18:acme::9ab,,O200K_BASE",
    "gpt-4o,,O200K_BASE",
    "chatgpt-4o-latest,,O200K_BASE",
    "gpt-4.1-mini,,O200K_BASE",
    "gpt-5-chat-latest,,O200K_BASE",
    "gpt-5.2,none,O200K_BASE",
    "gpt-5.6-sol,none,O200K_BASE",
    "gpt-5.2,low,",
    "gpt-5.2,,",
    "gpt-5.1-chat-latest,,", // reasons as it thinks fit
    "o3-mini,,",
    "o3-mini,medium,",
    "gpt-4o-audio-preview,,",
    "gpt-4o-mini-search-preview,,",
    "gpt-oss-120b,none,",
    "gpt-j,none,",
    "gpt-2,,",
    "omni-moderation-latest,none,",
    "our-best,none,",
    "deepseek-chat,none,",
  })
  void namesTheVocabularyOfModelsThatHideNothing(
      String model, @Nullable String effort, @Nullable Vocabulary vocabulary) {
    assertThat(CountedModels.vocabularyOf(model, effort)).isEqualTo(vocabulary);
  }
}
