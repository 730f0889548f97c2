package org.escapement.study.job;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.escapement.data.DataFile;
import org.escapement.data.Files;

/** Finds the files of data that a job file names: by path alone, or by path and SHA-256. */
final class FileValues {
  private final Binder binder;
  private final Problems problems;
  private final Files files;

  FileValues(Binder binder, Problems problems, Files files) {
    this.binder = binder;
    this.problems = problems;
    this.files = files;
  }

  /** A file; empty when it is not there or not the one that was meant, which is reported. */
  Optional<Object> bind(Node node, String path) {
    if (node instanceof Node.Mapping mapping) {
      Shape shape = binder.shape(FileKeys.class);
      binder.reportUnknownKeys(shape.names(), mapping, "", path);
      Node.Mapping known = new Node.Mapping(mapping.at(), known(mapping, shape.names()));
      return binder
          .record(shape, known, path, "a file")
          .flatMap(keys -> (verified((FileKeys) keys, mapping, path)));
    }
    if (node instanceof Node.Scalar scalar && !scalar.isMissing() && !scalar.text().isBlank()) {
      return found(scalar.text().strip(), node.at(), path);
    }
    problems.add(
        node.at(),
        path + " must be a path, or a mapping with path and sha256, got " + node.described());
    return Optional.empty();
  }

  private static List<Node.Member> known(Node.Mapping mapping, List<String> names) {
    return mapping.members().stream().filter(member -> names.contains(member.key())).toList();
  }

  private Optional<Object> verified(FileKeys keys, Node.Mapping mapping, String path) {
    Position at = mapping.value("path").orElseThrow().at();
    Optional<Object> found = found(keys.path(), at, Paths.join(path, "path"));
    String expected = keys.sha256().orElse("").toLowerCase(Locale.ROOT);
    String actual = found.map(file -> ((DataFile) file).sha256()).orElse("");
    if (found.isPresent() && keys.sha256().isPresent() && !expected.equals(actual)) {
      problems.add(
          mapping.value("sha256").orElseThrow().at(),
          Paths.join(path, "sha256")
              + " is not that of "
              + files.place(keys.path())
              + ": "
              + actual);
      return Optional.empty();
    }
    return found;
  }

  private Optional<Object> found(String file, Position at, String path) {
    try {
      return Optional.of(DataFile.found(file, files));
    } catch (IllegalArgumentException missing) {
      problems.add(at, path + ": " + missing.getMessage());
      return Optional.empty();
    }
  }
}
