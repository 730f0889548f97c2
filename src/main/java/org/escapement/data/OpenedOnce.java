package org.escapement.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Files whose bytes are fetched once, as long as there is memory for them. */
public final class OpenedOnce implements Files {
  private final Files files;
  private final Map<String, SoftReference<byte[]>> fetched = new HashMap<>();

  /** Fetches from there. */
  public OpenedOnce(Files files) {
    this.files = files;
  }

  @Override
  public synchronized InputStream open(String path) throws IOException {
    SoftReference<byte[]> known = fetched.get(path);
    byte[] bytes = known == null ? null : known.get();
    if (bytes == null) {
      try (InputStream in = files.open(path)) {
        bytes = in.readAllBytes();
      }
      fetched.put(path, new SoftReference<>(bytes));
    }
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public String place(String path) {
    return files.place(path);
  }

  @Override
  public List<String> parts(String path) throws IOException {
    return files.parts(path);
  }

  @Override
  public Columns parquet(byte[] bytes) throws IOException {
    return files.parquet(bytes);
  }
}
