package io.costspan.testbed.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;

/** A certificate for 127.0.0.1 that nobody but itself vouches for, made by the JDK's keytool. */
public final class SelfSigned {
  /** Of a key store that is deleted with its test. */
  public static final String PASSWORD = "changeit";

  private final Path keyStore;

  private SelfSigned(Path keyStore) {
    this.keyStore = keyStore;
  }

  /**
   * @param keyStore a file that is not there yet
   */
  public static SelfSigned in(Path keyStore) throws IOException, InterruptedException {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process process = new ProcessBuilder(
            keytool.toString(),
            "-genkeypair",
            "-keyalg",
            "EC",
            "-dname",
            "CN=127.0.0.1",
            "-ext",
            "san=ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            keyStore.toString())
        .redirectErrorStream(true)
        .start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException("keytool: " + said);
    }
    return new SelfSigned(keyStore);
  }

  /** What a client has to trust, with the same password. */
  public Path keyStore() {
    return keyStore;
  }

  /** Over TLS, where the server chooses this protocol. */
  ServerSocketFactory sockets(String protocol) {
    try {
      KeyStore store = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return new Choosing(context.getServerSocketFactory(), protocol);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sockets that choose a protocol. */
  private static final class Choosing extends ServerSocketFactory {
    private final ServerSocketFactory sockets;
    private final String protocol;

    Choosing(ServerSocketFactory sockets, String protocol) {
      this.sockets = sockets;
      this.protocol = protocol;
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
      return choosing(sockets.createServerSocket(port));
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
      return choosing(sockets.createServerSocket(port, backlog));
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
        throws IOException {
      return choosing(sockets.createServerSocket(port, backlog, address));
    }

    private ServerSocket choosing(ServerSocket socket) {
      SSLServerSocket secure = (SSLServerSocket) socket;
      SSLParameters parameters = secure.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {protocol});
      secure.setSSLParameters(parameters);
      return socket;
    }
  }
}
