package org.escapement.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
