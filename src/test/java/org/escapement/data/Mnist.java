package org.escapement.data;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.Optional;

/** The test images of MNIST, where they are. */
public final class Mnist {
  private static final String IMAGES = "t10k-images-idx3-ubyte.gz";
  private static final String LABELS = "t10k-labels-idx1-ubyte.gz";

  private Mnist() {}

  /** The folder of the environment variable ESCAPEMENT_MNIST, or data/mnist. */
  private static Path folder() {
    return Optional.ofNullable(System.getenv("ESCAPEMENT_MNIST"))
        .map(Path::of)
        .orElse(Path.of(System.getProperty("project.basedir", "."), "data", "mnist"));
  }

  /** The images; skips the test, aloud, where there are none. */
  public static DataSet images() {
    Path images = folder().resolve(IMAGES);
    if (!java.nio.file.Files.exists(images)) {
      String why = "SKIPPED: no " + images + "; data/README.md says where MNIST is from";
      System.err.println(why);
      abort(why);
    }
    Files files = new LocalFiles();
    return new Idx(
        DataFile.found(images.toString(), files),
        DataFile.found(folder().resolve(LABELS).toString(), files));
  }
}
