package io.opentelemetry.javaagent.costspan.catalogue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The files that a book is made of. Only the curated one must be there. Immutable. */
public final class Sources {

  /** The largest of them has 1.4 MB. */
  private static final long MAX_BYTES = 50_000_000;

  private final Path curated;
  private final LocalDate version;
  private final Map<Source, Path> files;

  private Sources(Path curated, LocalDate version, Map<Source, Path> files) {
    this.curated = curated;
    this.version = version;
    this.files = files;
  }

  /**
   * The curated book alone.
   *
   * @param version the day for which the book is, in UTC
   */
  public static Sources of(Path curated, LocalDate version) {
    return new Sources(curated, version, new EnumMap<>(Source.class));
  }

  /** With the data of genai-prices. */
  public Sources genaiPrices(Path file) {
    return with(Source.GENAI_PRICES, file);
  }

  /** With the models of pi-ai. */
  public Sources piAi(Path file) {
    return with(Source.PI_AI, file);
  }

  /** With LiteLLM's catalogue. */
  public Sources liteLlm(Path file) {
    return with(Source.LITELLM, file);
  }

  /** With Langfuse's default prices. */
  public Sources langfuse(Path file) {
    return with(Source.LANGFUSE, file);
  }

  private Sources with(Source source, Path file) {
    Map<Source, Path> more = new EnumMap<>(files);
    more.put(source, file);
    return new Sources(curated, version, more);
  }

  LocalDate version() {
    return version;
  }

  CuratedBook curatedBook() throws CatalogueException {
    return CuratedReader.read(text(curated), curated.toString());
  }

  /** The lists, the most trusted first. */
  List<PriceList> lists(CuratedBook book) throws CatalogueException {
    Map<Source, LocalDate> dates = book.dates(curated.toString());
    List<PriceList> lists = new ArrayList<>();
    for (Map.Entry<Source, Path> file : files.entrySet()) {
      LocalDate date = dates.getOrDefault(file.getKey(), version);
      lists.add(read(file.getKey(), text(file.getValue()), file.getValue().toString(), date));
    }
    return lists;
  }

  private static PriceList read(Source source, String json, String name, LocalDate date)
      throws CatalogueException {
    switch (source) {
      case GENAI_PRICES:
        return GenaiPricesReader.read(json, name, date);
      case PI_AI:
        return PiAiReader.read(json, name, date);
      case LANGFUSE:
        return LangfuseReader.read(json, name, date);
      default:
        return LiteLlmReader.read(json, name, date);
    }
  }

  private static String text(Path file) throws CatalogueException {
    try {
      if (!Files.isRegularFile(file)) {
        throw new CatalogueException(file + ": is not a file");
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new CatalogueException(file + ": is larger than " + MAX_BYTES + " bytes");
      }
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new CatalogueException(file + ": is not a text in UTF-8", e);
    } catch (IOException e) {
      throw new CatalogueException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
