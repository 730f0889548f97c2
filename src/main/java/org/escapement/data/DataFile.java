package org.escapement.data;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A file that was there, known by what it held: whatever is computed from it is named after its
 * content, not its path.
 *
 * @param sha256 of its bytes as they are stored, in hex; of a directory that of its visible files
 *     one after the other, by name
 */
public record DataFile(String path, String sha256) implements Serializable {

  /**
   * What is there now.
   *
   * @throws IllegalArgumentException when nothing is there or it cannot be read
   */
  public static DataFile found(String path, Files files) {
    return new DataFile(path, sha256(contents(path, files)));
  }

  /** The bytes of a single file. */
  byte[] bytes(Files files) {
    List<byte[]> parts = parts(files);
    if (parts.size() != 1) {
      throw new IllegalArgumentException(
          files.place(path) + ": must be one file, not a directory of " + parts.size());
    }
    return parts.get(0);
  }

  /**
   * The bytes of each file.
   *
   * @throws IllegalArgumentException also when they are no longer those that were found
   */
  List<byte[]> parts(Files files) {
    List<byte[]> parts = contents(path, files);
    if (!sha256(parts).equals(sha256)) {
      throw new IllegalArgumentException(
          files.place(path) + ": has changed since this job was read");
    }
    return parts;
  }

  private static List<byte[]> contents(String path, Files files) {
    try {
      List<byte[]> contents = new ArrayList<>();
      for (String part : files.parts(path)) {
        try (InputStream in = files.open(part)) {
          contents.add(in.readAllBytes());
        }
      }
      return contents;
    } catch (FileNotFoundException | NoSuchFileException missing) {
      throw new IllegalArgumentException("no such file: " + files.place(path), missing);
    } catch (IOException failed) {
      throw new IllegalArgumentException(
          files.place(path) + " cannot be read: " + failed.getMessage(), failed);
    }
  }

  private static String sha256(List<byte[]> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      parts.forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
