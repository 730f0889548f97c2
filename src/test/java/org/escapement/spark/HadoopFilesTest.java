package org.escapement.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.escapement.data.DataFile;
import org.escapement.data.Loaded;
import org.escapement.data.Parquet;
import org.escapement.data.Rows;
import org.escapement.study.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HadoopFilesTest {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("x", Column.Type.DOUBLE, "a coordinate"),
          new Column("n", Column.Type.LONG, "another"),
          new Column("t", Column.Type.BOOLEAN, "a truth"),
          new Column("y", Column.Type.DOUBLE, "the target"),
          new Column("word", Column.Type.TEXT, "no number"));

  @TempDir java.nio.file.Path folder;

  private final HadoopFiles files = new HadoopFiles();

  private String write(String name, Object[]... rows) throws IOException {
    String path = folder.resolve(name).toString();
    ParquetFile.write(new Path(path), new Configuration(), COLUMNS, List.of(rows));
    return path;
  }

  private Rows rows(String path, List<String> features, String target) {
    return Loaded.load(new Parquet(DataFile.found(path, files), features, target), files);
  }

  @Test
  void columnsOfNumbersAreRead() throws IOException {
    String path =
        write(
            "a.parquet",
            new Object[] {0.5, 7L, true, 1.0, "a"},
            new Object[] {-1.5, 8L, false, 2.0, "b"});
    assertThat(rows(path, List.of("n", "x", "t"), "y"))
        .isEqualTo(Rows.of(new double[][] {{7, 0.5, 1}, {8, -1.5, 0}}, new double[] {1, 2}));
    assertThat(rows("file:" + path, List.of("x"), "n"))
        .isEqualTo(Rows.of(new double[][] {{0.5}, {-1.5}}, new double[] {7, 8}));
  }

  @Test
  void aDirectoryIsReadFileByFile() throws IOException {
    assertThat(folder.resolve("d").toFile().mkdir()).isTrue();
    write("d/part-1.parquet", new Object[] {3.0, 1L, true, 30.0, "c"});
    write(
        "d/part-0.parquet",
        new Object[] {1.0, 1L, true, 10.0, "a"},
        new Object[] {2.0, 1L, true, 20.0, "b"});
    Files.writeString(folder.resolve("d/_SUCCESS"), "");
    assertThat(rows(folder.resolve("d").toString(), List.of("x"), "y"))
        .isEqualTo(Rows.of(new double[][] {{1}, {2}, {3}}, new double[] {10, 20, 30}));
  }

  @Test
  void saysWhatIsWrongAndWhere() throws IOException {
    String path =
        write(
            "a.parquet",
            new Object[] {0.5, 7L, true, 1.0, "a"},
            new Object[] {null, 8L, true, 2.0, "b"});
    refused(path, List.of("x"), "y", path + ": column x, row 1: must be a number, got nothing");
    refused(path, List.of("z"), "y", path + ": no column z; there are [x, n, t, y, word]");
    refused(path, List.of("n"), "z", path + ": no column z; there are [x, n, t, y, word]");
    refused(path, List.of("all"), "y", path + ": column word holds no numbers: ");
    refused(path, List.of("y"), "y", path + ": no column beside y");
    byte[] bytes = Files.readAllBytes(folder.resolve("a.parquet"));
    String cut = folder.resolve("cut.parquet").toString();
    Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, bytes.length - 9));
    refused(cut, List.of("n"), "y", cut + ": ");
    byte[] damaged = bytes.clone();
    damaged[4 + 40] ^= 0x55;
    String other = folder.resolve("damaged.parquet").toString();
    Files.write(folder.resolve("damaged.parquet"), damaged);
    refused(other, List.of("n", "x", "t"), "y", other + ": ");
  }

  private void refused(String path, List<String> features, String target, String why) {
    assertThatThrownBy(() -> rows(path, features, target))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(why);
  }

  @Test
  void namesTheWholePath() {
    List<String> wrong = new ArrayList<>();
    for (String path : List.of("no/such.csv", "nowhere://x/y.csv")) {
      try {
        DataFile.found(path, files);
      } catch (IllegalArgumentException why) {
        wrong.add(why.getMessage());
      }
    }
    assertThat(wrong.get(0))
        .isEqualTo("no such file: " + java.nio.file.Path.of("no/such.csv").toAbsolutePath());
    assertThat(wrong.get(1))
        .startsWith("nowhere://x/y.csv cannot be read: ")
        .contains("No FileSystem for scheme");
  }
}
