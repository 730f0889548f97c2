package org.escapement.study;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where a class is from that is not the program's own: a jar, known by what it holds.
 *
 * @param place name of the jar or folder, without the folders that it is in
 * @param sha256 of the names and bytes of all files in it, in the order of their names; dates, and
 *     what META-INF holds apart from classes, have no part in it, so that the same code built again
 *     is the same
 */
public record Origin(String place, String sha256) {
  private static final int BRIEF = 12;
  private static final String ABOUT = "META-INF/";
  private static final String CLASSES = "META-INF/versions/";

  /**
   * That of a class.
   *
   * @throws IOException when the jar cannot be read
   */
  static Origin of(Class<?> type) throws IOException {
    Path place = place(type);
    return new Origin(name(type), Files.isDirectory(place) ? hashOf(place) : hashOfJar(place));
  }

  /** The name of the jar or folder that a class is from. */
  static String name(Class<?> type) {
    try {
      return String.valueOf(place(type).getFileName());
    } catch (IOException nowhere) {
      return type.getName();
    }
  }

  private static Path place(Class<?> type) throws IOException {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      if (source != null && source.getLocation() != null) {
        return Path.of(source.getLocation().toURI());
      }
    } catch (URISyntaxException | IllegalArgumentException notFile) {
      throw new IOException("not a file: " + source.getLocation(), notFile);
    }
    throw new IOException("from no file");
  }

  /** Place and the first digits of the hash. */
  public String brief() {
    return place + " " + sha256.substring(0, BRIEF);
  }

  private static String hashOfJar(Path jar) throws IOException {
    try (FileSystem inside = FileSystems.newFileSystem(jar)) {
      return hashOf(inside.getPath("/"));
    }
  }

  private static String hashOf(Path root) throws IOException {
    try (DigestOutputStream hashed =
            new DigestOutputStream(OutputStream.nullOutputStream(), newDigest());
        DataOutputStream out = new DataOutputStream(hashed)) {
      for (Map.Entry<String, Path> file : files(root).entrySet()) {
        byte[] name = file.getKey().getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Files.readAllBytes(file.getValue());
        out.writeInt(name.length);
        out.write(name);
        out.writeInt(bytes.length);
        out.write(bytes);
      }
      out.flush();
      return HexFormat.of().formatHex(hashed.getMessageDigest().digest());
    }
  }

  /** Those that count, by name. */
  private static TreeMap<String, Path> files(Path root) throws IOException {
    TreeMap<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      List<Path> found = all.filter(Files::isRegularFile).toList();
      for (Path file : found) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (!name.startsWith(ABOUT) || name.startsWith(CLASSES)) {
          files.put(name, file);
        }
      }
    }
    return files;
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
