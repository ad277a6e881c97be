package io.costspan.testbed.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

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

  /** The server's side of TLS, which chooses this protocol. */
  RawServer.Layer tls(String protocol) {
    SSLSocketFactory sockets = context().getSocketFactory();
    return plain -> {
      SSLSocket secure = (SSLSocket) sockets.createSocket(plain, null, plain.getPort(), true);
      secure.setUseClientMode(false);
      SSLParameters parameters = secure.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {protocol});
      secure.setSSLParameters(parameters);
      return secure;
    };
  }

  private SSLContext context() {
    try {
      KeyStore store = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
