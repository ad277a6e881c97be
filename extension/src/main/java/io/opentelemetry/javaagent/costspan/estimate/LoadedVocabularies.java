package io.opentelemetry.javaagent.costspan.estimate;

import io.opentelemetry.javaagent.costspan.wire.Tokenizer;
import io.opentelemetry.javaagent.costspan.wire.Vocabularies;
import io.opentelemetry.javaagent.costspan.wire.Vocabulary;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Vocabularies out of the operator's file, each loaded in the background: the newer one at once,
 * since most calls need it, and the older one when it is first asked for. Until then there is none.
 * Thread-safe, never throws.
 */
public final class LoadedVocabularies implements Vocabularies {

  private static final int COUNT = Vocabulary.values().length;

  private final Path jar;
  private final Executor background;
  private final Consumer<Throwable> problem;
  private final AtomicReferenceArray<@Nullable Tokenizer> loaded =
      new AtomicReferenceArray<>(COUNT);
  private final AtomicIntegerArray begun = new AtomicIntegerArray(COUNT);
  private @Nullable Jtokkit library;
  private boolean broken;

  private LoadedVocabularies(Path jar, Executor background, Consumer<Throwable> problem) {
    this.jar = jar;
    this.background = background;
    this.problem = problem;
  }

  /**
   * Begins to load.
   *
   * @param jar jtokkit's
   * @param problem told, once and in the background, why there will be no vocabulary
   */
  public static Vocabularies from(Path jar, Consumer<Throwable> problem) {
    return from(jar, LoadedVocabularies::inThread, problem);
  }

  static LoadedVocabularies from(Path jar, Executor background, Consumer<Throwable> problem) {
    LoadedVocabularies vocabularies = new LoadedVocabularies(jar, background, problem);
    vocabularies.begin(Vocabulary.O200K_BASE);
    return vocabularies;
  }

  @Override
  public @Nullable Tokenizer tokenizer(Vocabulary vocabulary) {
    Tokenizer tokenizer = loaded.get(vocabulary.ordinal());
    if (tokenizer == null) {
      begin(vocabulary);
    }
    return tokenizer;
  }

  private void begin(Vocabulary vocabulary) {
    if (begun.get(vocabulary.ordinal()) == 0 && begun.getAndSet(vocabulary.ordinal(), 1) == 0) {
      try {
        background.execute(() -> load(vocabulary));
      } catch (Throwable t) {
        fail(t);
      }
    }
  }

  private void load(Vocabulary vocabulary) {
    try {
      Jtokkit opened = library();
      if (opened != null) {
        loaded.set(vocabulary.ordinal(), opened.load(vocabulary));
      }
    } catch (Throwable t) {
      fail(t);
    }
  }

  private synchronized @Nullable Jtokkit library() throws Exception {
    if (library == null && !broken) {
      library = Jtokkit.open(jar);
    }
    return broken ? null : library;
  }

  private void fail(Throwable failure) {
    synchronized (this) {
      if (broken) {
        return;
      }
      broken = true;
    }
    problem.accept(failure);
  }

  private static void inThread(Runnable load) {
    Thread daemon = new Thread(load, "costspan-vocabulary");
    daemon.setDaemon(true);
    daemon.setContextClassLoader(null);
    daemon.start();
  }
}
