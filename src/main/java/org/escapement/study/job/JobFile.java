package org.escapement.study.job;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.escapement.data.Files;
import org.escapement.data.LocalFiles;
import org.escapement.model.Words;
import org.escapement.study.Study;

/**
 * Reads a job file: YAML text to a checked study.
 *
 * <p>Values of {@code options} are those of {@code --set}: key=value, the value as YAML; the key
 * sweep.PATH replaces or adds an axis of the sweep.
 */
public final class JobFile {
  /** A job file is written by hand; YAML readers give up near this size. */
  private static final int MOST_BYTES = 3_000_000;

  private JobFile() {}

  /** The study of a file whose data are on this machine. */
  public static Study read(Path file, List<String> options) {
    return read(file, options, new LocalFiles());
  }

  /**
   * The study of a file.
   *
   * @param files that data sets are read from
   * @throws JobFileException with everything that is wrong
   */
  public static Study read(Path file, List<String> options, Files files) {
    return parse(text(file), file.toString(), options, files);
  }

  /** The study of a text whose data are on this machine. */
  public static Study parse(String text, String file, List<String> options) {
    return parse(text, file, options, new LocalFiles());
  }

  /**
   * The study of a text.
   *
   * @param file its name for messages; the study is named after it
   * @param files that data sets are read from
   * @throws JobFileException with everything that is wrong
   */
  public static Study parse(String text, String file, List<String> options, Files files) {
    Problems problems = new Problems();
    String name = name(file, problems);
    Optional<Node> document = document(text, file, problems);
    if (document.isEmpty() || !(document.get() instanceof Node.Mapping job)) {
      throw new JobFileException(problems.sorted());
    }
    StringBuilder kept = new StringBuilder(text);
    if (!text.endsWith("\n")) {
      kept.append('\n');
    }
    options.forEach(
        option -> kept.append("# --set ").append(option.replaceAll("\\R", " ")).append('\n'));
    return new JobReader(name, kept.toString(), problems, files).read(job, options);
  }

  private static Optional<Node> document(String text, String file, Problems problems) {
    Optional<Node> document = YamlReader.file(file, text, problems);
    document.ifPresent(
        node -> {
          if (node instanceof Node.Scalar scalar && scalar.isMissing()) {
            problems.add(Position.whole(file), "is empty");
          } else if (!(node instanceof Node.Mapping)) {
            problems.add(
                node.at(), "a job file must be a mapping of keys, got " + node.described());
          }
        });
    return document;
  }

  /** The file's name without folders and extension, and with '_' for '-'. */
  private static String name(String file, Problems problems) {
    String last = Path.of(file).getFileName().toString();
    String name = last.replaceFirst("\\.ya?ml$", "").replace('-', '_');
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      problems.add(
          Position.whole(file),
          "the name of a job file becomes the name of its tables and must consist of letters,"
              + " digits, - and _, the first no digit, got "
              + last);
    }
    return name;
  }

  private static String text(Path file) {
    if (java.nio.file.Files.isDirectory(file)) {
      throw unreadable(file, "is a directory, not a job file");
    }
    if (!java.nio.file.Files.exists(file)) {
      throw unreadable(file, "no such file" + Words.suggestion(file.toString(), beside(file)));
    }
    try {
      byte[] bytes = java.nio.file.Files.readAllBytes(file);
      if (bytes.length > MOST_BYTES) {
        throw unreadable(file, "is larger than " + MOST_BYTES + " bytes");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw unreadable(file, "is not UTF-8 text");
    } catch (IOException wrong) {
      throw unreadable(file, "cannot be read");
    }
  }

  private static JobFileException unreadable(Path file, String message) {
    return new JobFileException(List.of(Position.whole(file.toString()).problem(message)));
  }

  /** The YAML files in the same folder. */
  private static List<String> beside(Path file) {
    Path folder = file.getParent();
    try (Stream<Path> files = java.nio.file.Files.list(folder == null ? Path.of("") : folder)) {
      return files
          .map(Path::toString)
          .filter(other -> other.toLowerCase(Locale.ROOT).matches(".*\\.ya?ml"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
