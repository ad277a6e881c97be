package io.costspan.smoke.jetty;

import io.costspan.smoke.servers.Assistant;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Every way in which a servlet comes to call a model. */
enum Way {
  SYNC {
    @Override
    void answer(Assistant assistant, long number, HttpServletRequest request, PrintWriter out) {
      out.print(assistant.answer(number));
    }
  },
  STREAMED {
    @Override
    void answer(Assistant assistant, long number, HttpServletRequest request, PrintWriter out) {
      assistant.stream(number, out::print);
    }
  },
  /** On a thread of the container. */
  STARTED {
    @Override
    void answer(Assistant assistant, long number, HttpServletRequest request, PrintWriter out) {
      AsyncContext async = request.startAsync();
      async.start(() -> {
        out.print(assistant.answer(number));
        async.complete();
      });
    }
  },
  /** On a thread of the application. */
  POOL {
    @Override
    void answer(Assistant assistant, long number, HttpServletRequest request, PrintWriter out) {
      AsyncContext async = request.startAsync();
      THREADS.execute(() -> {
        out.print(assistant.answer(number));
        async.complete();
      });
    }
  },
  /** On threads of the SDK, the second call from the callback of the first. */
  BOTH {
    @Override
    void answer(Assistant assistant, long number, HttpServletRequest request, PrintWriter out) {
      AsyncContext async = request.startAsync();
      assistant
          .answerLater(number)
          .thenCompose(first -> assistant.answerLater(number + 1).thenApply(first::concat))
          .thenAccept(out::print)
          .whenComplete((ended, failure) -> async.complete());
    }
  },
  PUSHED {
    @Override
    void answer(Assistant assistant, long number, HttpServletRequest request, PrintWriter out) {
      AsyncContext async = request.startAsync();
      assistant.streamLater(number, out::print).whenComplete((ended, failure) -> async.complete());
    }
  };

  private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

  abstract void answer(
      Assistant assistant, long number, HttpServletRequest request, PrintWriter out);

  final void answer(Assistant assistant, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long number = Long.parseLong(request.getPathInfo().substring(1));
    response.setContentType("text/plain");
    answer(assistant, number, request, response.getWriter());
  }
}
