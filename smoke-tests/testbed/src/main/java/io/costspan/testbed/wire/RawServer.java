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
import javax.net.ServerSocketFactory;

/** Serves HTTP/1.1 on a free port of 127.0.0.1, and writes what it is told to, right or wrong. */
public final class RawServer implements AutoCloseable {
  private final ServerSocket listener;
  private final String scheme;
  private final Conversation conversation;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
    Thread thread = new Thread(task, "raw server");
    thread.setDaemon(true);
    return thread;
  });

  private RawServer(ServerSocket listener, String scheme, Conversation conversation) {
    this.listener = listener;
    this.scheme = scheme;
    this.conversation = conversation;
  }

  public static RawServer start(Answers answers) {
    return start((request, in, out) -> answers.answer(request, out));
  }

  public static RawServer start(Conversation conversation) {
    return start(ServerSocketFactory.getDefault(), "http", conversation);
  }

  /**
   * @param sockets over TLS, when the scheme is that of TLS
   */
  static RawServer start(ServerSocketFactory sockets, String scheme, Conversation conversation) {
    try {
      ServerSocket listener =
          sockets.createServerSocket(0, 1_024, InetAddress.getLoopbackAddress());
      RawServer server = new RawServer(listener, scheme, conversation);
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

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      boolean goesOn = true;
      while (goesOn) {
        RawRequest request = RawRequest.read(in);
        goesOn = request != null && conversation.goOn(request, in, socket.getOutputStream());
      }
      // Not closed at once: that would reset the connection, and what was sent might be lost.
      socket.shutdownOutput();
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The client has left: some do when they have seen enough.
    } finally {
      open.remove(socket);
    }
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
}
