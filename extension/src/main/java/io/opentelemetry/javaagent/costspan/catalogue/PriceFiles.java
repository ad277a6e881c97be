package io.opentelemetry.javaagent.costspan.catalogue;

import io.opentelemetry.javaagent.costspan.price.PriceBook;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens a price file: a book of our format, in JSON or YAML, or a LiteLLM catalogue as it is. */
public final class PriceFiles {

  /** Far above any real book; reading it must not delay the application. */
  private static final long MAX_BYTES = 10_000_000;

  private PriceFiles() {}

  /**
   * Reads a price file whole.
   *
   * @throws IOException when it cannot be read or is no price file; the message names the file and,
   *     of a mistake in it, the line and the field
   */
  public static PriceBook open(Path file) throws IOException {
    String text = text(file);
    try {
      return parse(text, file.toString());
    } catch (CatalogueException e) {
      throw new IOException(e.getMessage(), e);
    } catch (RuntimeException | StackOverflowError e) {
      throw new IOException(file + ": cannot be read: " + e, e);
    }
  }

  private static PriceBook parse(String text, String name) throws IOException, CatalogueException {
    return LiteLlmCatalogue.looksLikeOne(text)
        ? PriceBook.parse(LiteLlmCatalogue.toBook(text, name), name)
        : PriceBook.parse(text, name);
  }

  private static String text(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "does not exist");
    }
    // A pipe would be waited for.
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + ": is not a file");
    }
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException(file + ": is larger than " + MAX_BYTES + " bytes");
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": is not a text in UTF-8", e);
    }
  }
}
