package io.costspan.testbed.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves HTTP/1.1 on a free port of 127.0.0.1, and writes what it is told to, right or wrong. */
public final class RawServer implements AutoCloseable {
  private final ServerSocket listener;
  private final String scheme;
  private final Layer layer;
  private final Conversation conversation;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
    Thread thread = new Thread(task, "raw server");
    thread.setDaemon(true);
    return thread;
  });

  private RawServer(ServerSocket listener, String scheme, Layer layer, Conversation conversation) {
    this.listener = listener;
    this.scheme = scheme;
    this.layer = layer;
    this.conversation = conversation;
  }

  public static RawServer start(Answers answers) {
    return start((request, in, out) -> answers.answer(request, out));
  }

  public static RawServer start(Conversation conversation) {
    return start("http", plain -> plain, conversation);
  }

  /**
   * Over TLS.
   *
   * @param protocol what the client is told by ALPN: {@code http/1.1} or {@code h2}
   */
  public static RawServer start(
      SelfSigned certificate, String protocol, Conversation conversation) {
    return start("https", certificate.tls(protocol), conversation);
  }

  private static RawServer start(String scheme, Layer layer, Conversation conversation) {
    try {
      ServerSocket listener = new ServerSocket(0, 1_024, InetAddress.getLoopbackAddress());
      RawServer server = new RawServer(listener, scheme, layer, conversation);
      server.threads.execute(server::accept);
      return server;
    } catch (IOException e) {
      throw new IllegalStateException("no server on loopback", e);
    }
  }

  public String url() {
    return scheme + "://127.0.0.1:" + listener.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket plain) {
    try (plain) {
      plain.setTcpNoDelay(true);
      try {
        converse(layer.over(plain));
      } catch (BreakOff e) {
        end(plain, plain.getInputStream());
      }
    } catch (IOException e) {
      // The client has left: some do when they have seen enough.
    } finally {
      open.remove(plain);
    }
  }

  private void converse(Socket socket) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream());
    boolean goesOn = true;
    while (goesOn) {
      RawRequest request = RawRequest.read(in);
      goesOn = request != null && conversation.goOn(request, in, socket.getOutputStream());
    }
    end(socket, in);
  }

  /** Not closed at once: that would reset the connection, and what was sent might be lost. */
  private static void end(Socket socket, InputStream in) throws IOException {
    socket.shutdownOutput();
    in.transferTo(OutputStream.nullOutputStream());
  }

  /** What is written for a request. */
  @FunctionalInterface
  public interface Answers {
    /** Returns whether the connection stays open for the next request. */
    boolean answer(RawRequest request, OutputStream out) throws IOException;
  }

  /** What is written, and read, after a request. */
  @FunctionalInterface
  public interface Conversation {
    /** Returns whether the connection stays open for the next request. */
    boolean goOn(RawRequest request, InputStream in, OutputStream out) throws IOException;
  }

  /** What a connection is made of. */
  @FunctionalInterface
  interface Layer {
    Socket over(Socket plain) throws IOException;
  }

  /** Thrown in a conversation: the connection ends without TLS' being told that it does. */
  public static final class BreakOff extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
