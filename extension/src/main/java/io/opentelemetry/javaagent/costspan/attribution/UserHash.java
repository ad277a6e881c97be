package io.opentelemetry.javaagent.costspan.attribution;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is shown in the place of a user's id: its HMAC-SHA-256, the first 128 bits in hexadecimal.
 * Without the key nobody can tell whose it is, not even by trying all ids. Thread-safe.
 */
public final class UserHash {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int SHOWN_BYTES = 16;
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final String key;
  private final RecentValues<String> recent = new RecentValues<>(this::hash);

  private UserHash(String key) {
    this.key = key;
  }

  /**
   * @param key the same everywhere for hashes that can be compared; empty for one that is random, so
   *     that another process, and this one once it is started again, has other hashes
   */
  public static UserHash withKey(String key) {
    return new UserHash(key);
  }

  String of(String user) {
    return recent.of(user);
  }

  private String hash(String user) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(keyBytes(), ALGORITHM));
      return hex(mac.doFinal(user.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  private static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder(2 * SHOWN_BYTES);
    for (int i = 0; i < SHOWN_BYTES; i++) {
      text.append(HEX[(bytes[i] >> 4) & 0xf]).append(HEX[bytes[i] & 0xf]);
    }
    return text.toString();
  }

  private byte[] keyBytes() {
    return key.isEmpty() ? RandomKey.BYTES : key.getBytes(StandardCharsets.UTF_8);
  }

  /** Made when the first user is seen, so that it costs the start nothing. */
  private static final class RandomKey {

    static final byte[] BYTES = new byte[KEY_BYTES];

    static {
      new SecureRandom().nextBytes(BYTES);
    }
  }
}
