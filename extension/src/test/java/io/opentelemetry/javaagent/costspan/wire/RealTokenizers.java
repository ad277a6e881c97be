package io.opentelemetry.javaagent.costspan.wire;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import org.jspecify.annotations.Nullable;

/** jtokkit's own vocabularies, loaded once, from the class path of the tests. */
public enum RealTokenizers implements Vocabularies {
  ALL;

  private final EncodingRegistry registry = Encodings.newLazyEncodingRegistry();

  @Override
  public Tokenizer tokenizer(Vocabulary vocabulary) {
    return registry.getEncoding(EncodingType.valueOf(vocabulary.name()))::countTokensOrdinary;
  }

  /** None of them, as long as they are being loaded. */
  public static @Nullable Tokenizer notYet(Vocabulary vocabulary) {
    return null;
  }
}
