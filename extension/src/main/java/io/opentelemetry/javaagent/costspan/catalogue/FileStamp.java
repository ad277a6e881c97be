package io.opentelemetry.javaagent.costspan.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What shows that a file has changed, without reading it. Symbolic links are followed: a mounted
 * configuration is changed by turning one around. Immutable.
 */
final class FileStamp {

  private static final FileStamp MISSING = new FileStamp(FileTime.fromMillis(0), -1, null);

  private final FileTime modified;
  private final long bytes;
  private final @Nullable Object key;

  private FileStamp(FileTime modified, long bytes, @Nullable Object key) {
    this.modified = modified;
    this.bytes = bytes;
    this.key = key;
  }

  static FileStamp of(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    } catch (IOException | RuntimeException e) {
      return MISSING;
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof FileStamp)) {
      return false;
    }
    FileStamp that = (FileStamp) other;
    return bytes == that.bytes && modified.equals(that.modified) && Objects.equals(key, that.key);
  }

  @Override
  public int hashCode() {
    return Objects.hash(modified, bytes, key);
  }
}
