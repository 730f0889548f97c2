package org.escapement.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTest {
  @TempDir Path folder;

  @Test
  void isReadAsItWasGiven() throws IOException {
    Configuration settings = new Configuration();
    assertThat(Directory.of("/", settings).child("a").path("b", "run=1"))
        .hasToString("file:/a/b/run=1");
    assertThat(Directory.of("/x y", settings).child("a")).hasToString("/x y/a");
    assertThat(Directory.of("out", settings))
        .hasToString(Path.of("out").toAbsolutePath().toString());
  }

  @Test
  void takesItsSettingsAlong() throws Exception {
    Configuration settings = new Configuration();
    settings.set("fs.s3a.endpoint", "here");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(Directory.of(folder.toString(), settings));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Directory read = (Directory) in.readObject();
      assertThat(read.configuration().get("fs.s3a.endpoint")).isEqualTo("here");
      assertThat(read).hasToString(folder.toString());
    }
  }

  @Test
  void sweepsWhatIsOlderThanADay() throws IOException {
    Directory directory = Directory.of(folder.toString(), new Configuration());
    directory.sweep();
    Path hidden = Files.createDirectories(folder.resolve(".tmp"));
    Instant before = Instant.now().minus(Duration.ofHours(25));
    for (String name : List.of("killed-1", "running-1", "killed-2/part", "running-2/part")) {
      Path file = hidden.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
      if (name.startsWith("killed")) {
        Files.setLastModifiedTime(file, FileTime.from(before));
      }
    }
    Files.setLastModifiedTime(hidden.resolve("killed-2"), FileTime.from(before));
    Files.setLastModifiedTime(hidden.resolve("running-2"), FileTime.from(before));
    directory.sweep();
    try (var left = Files.list(hidden)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("running-1", "running-2");
    }
  }

  @Test
  void revealsInPlaceOfWhatWasThere() throws IOException {
    Directory directory = Directory.of(folder.toString(), new Configuration());
    for (String text : new String[] {"old", "new"}) {
      org.apache.hadoop.fs.Path hidden = directory.hidden("x");
      try (var out = directory.files().create(hidden)) {
        out.writeBytes(text);
      }
      directory.reveal(hidden, directory.path("a", "x"));
      assertThat(Files.readString(folder.resolve("a/x"))).isEqualTo(text);
    }
    try (var left = Files.list(folder.resolve(".tmp"))) {
      assertThat(left).isEmpty();
    }
    assertThat(directory.list(directory.path("nowhere"))).isEmpty();
    assertThat(directory.list(directory.path())).hasSize(1);
  }
}
