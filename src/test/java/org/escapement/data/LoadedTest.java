package org.escapement.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedTest {
  @TempDir Path folder;

  /** Tells which files it opened. */
  private static final class Watched implements Files {
    private final Files files = new LocalFiles();
    private final List<String> opened = new ArrayList<>();

    @Override
    public InputStream open(String path) throws IOException {
      opened.add(path);
      return files.open(path);
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

  @Test
  void aFileIsOpenedOnceForAll() {
    Watched watched = new Watched();
    Files once = new OpenedOnce(watched);
    String path = Stored.text(folder, "once.csv", "1,2\n3,4\n").path();
    DataSet data = new Csv(DataFile.found(path, once), ",", false, "last");
    Rows rows = Loaded.load(data, once);
    assertThat(Loaded.load(new Standardised(data, "none", false), once)).isEqualTo(rows);
    assertThat(Loaded.rows(new Csv(DataFile.found(path, once), ",", false, "last"))).isSameAs(rows);
    assertThat(watched.opened).containsExactly(path);
  }

  @Test
  void aChangedFileIsAnotherOne() {
    DataSet before = new Csv(Stored.text(folder, "t.csv", "1,2\n"), ",", false, "last");
    Loaded.load(before, new LocalFiles());
    DataSet after = new Csv(Stored.text(folder, "t.csv", "1,3\n"), ",", false, "last");
    assertThat(after).isNotEqualTo(before);
    assertThat(Loaded.load(after, new LocalFiles()).targets()).containsExactly(3);
    DataSet late = new Csv(((Csv) before).file(), ",", false, "1");
    assertThatThrownBy(() -> Loaded.load(late, new LocalFiles()))
        .hasMessage(folder + "/t.csv: has changed since this job was read");
  }

  @Test
  void whatIsReadIsReadByWhoeverAskedForIt() {
    DataSet data = new Csv(new DataFile("nowhere.csv", "00"), ",", false, "last");
    assertThatThrownBy(() -> Loaded.rows(data))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nowhere.csv");
    Rows rows = Rows.of(new double[][] {{1}}, new double[] {2});
    Loaded.take(data, rows);
    assertThat(Loaded.rows(data)).isSameAs(rows);
  }

  @Test
  void namesTheWholePathOfWhatIsMissing() {
    assertThatThrownBy(() -> DataFile.found("no/such.csv", new LocalFiles()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such file: " + Path.of("no/such.csv").toAbsolutePath());
  }

  /** echo -n abc | sha256sum, as in FIPS 180-4. */
  @Test
  void aFileIsKnownByItsBytes() {
    String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assertThat(Stored.text(folder, "abc", "abc").sha256()).isEqualTo(abc);
    Path parts = folder.resolve("parts");
    assertThat(parts.toFile().mkdir()).isTrue();
    Stored.text(parts, "part-1", "c");
    Stored.text(parts, "part-0", "ab");
    Stored.text(parts, "_SUCCESS", "");
    assertThat(DataFile.found(parts.toString(), new LocalFiles()).sha256()).isEqualTo(abc);
  }
}
