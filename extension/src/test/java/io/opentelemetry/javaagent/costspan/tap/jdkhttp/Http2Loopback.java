package io.opentelemetry.javaagent.costspan.tap.jdkhttp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * A provider on loopback that speaks HTTP/2 over TLS, as the real ones do, and says one short thing
 * to everybody on its one connection.
 */
final class Http2Loopback implements AutoCloseable {

  private static final String PASSWORD = "changeit";

  private static final int PREFACE_LENGTH = 24;
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int END_STREAM = 1;
  private static final int ACK = 1;
  private static final int END_HEADERS = 4;

  private static final int STATUS_200 = 0x88; // in HPACK's static table
  private static final byte[] CONTENT_TYPE = {0x0f, 0x10}; // the same: entry 31, not to be kept

  private final SSLServerSocket server;
  private final SSLContext keys;
  private final byte[] headers;
  private final byte[] body;

  private Http2Loopback(SSLServerSocket server, SSLContext keys, byte[] headers, byte[] body) {
    this.server = server;
    this.keys = keys;
    this.headers = headers;
    this.body = body;
  }

  /**
   * @param directory for its keys
   */
  static Http2Loopback saying(String type, String body, Path directory) throws Exception {
    SSLContext keys = keys(directory.resolve("keys.p12"));
    SSLServerSocket server = (SSLServerSocket)
        keys.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Http2Loopback provider = new Http2Loopback(server, keys, headers(type), body.getBytes(UTF_8));
    Thread thread = new Thread(provider::serve, "http2-loopback");
    thread.setDaemon(true);
    thread.start();
    return provider;
  }

  /** Trusts this server. */
  SSLContext trust() {
    return keys;
  }

  String url(String path) {
    return "https://localhost:" + server.getLocalPort() + path;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    try (SSLSocket socket = (SSLSocket) server.accept()) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2"});
      socket.setSSLParameters(parameters);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      in.skipNBytes(PREFACE_LENGTH);
      write(out, SETTINGS, 0, 0, new byte[0]);
      while (true) {
        read(in, out);
      }
    } catch (IOException left) {
      // The client closes the connection with its last reference.
    }
  }

  private void read(DataInputStream in, DataOutputStream out) throws IOException {
    int length = (in.readUnsignedShort() << 8) | in.readUnsignedByte();
    int type = in.readUnsignedByte();
    int flags = in.readUnsignedByte();
    int stream = in.readInt();
    in.skipNBytes(length);
    if (type == SETTINGS && (flags & ACK) == 0) {
      write(out, SETTINGS, ACK, 0, new byte[0]);
    } else if ((type == DATA || type == HEADERS) && (flags & END_STREAM) != 0) {
      write(out, HEADERS, END_HEADERS, stream, headers);
      write(out, DATA, END_STREAM, stream, body);
    }
  }

  private static void write(DataOutputStream out, int type, int flags, int stream, byte[] payload)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream frame = new DataOutputStream(bytes);
    frame.writeByte(payload.length >> 16);
    frame.writeShort(payload.length);
    frame.writeByte(type);
    frame.writeByte(flags);
    frame.writeInt(stream);
    frame.write(payload);
    out.write(bytes.toByteArray());
    out.flush();
  }

  private static byte[] headers(String type) throws IOException {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(STATUS_200);
    block.write(CONTENT_TYPE);
    block.write(type.length());
    block.write(type.getBytes(UTF_8));
    return block.toByteArray();
  }

  private static SSLContext keys(Path file) throws Exception {
    Process keytool = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(store, PASSWORD.toCharArray());
    TrustManagerFactory others =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    others.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), others.getTrustManagers(), null);
    return context;
  }
}
