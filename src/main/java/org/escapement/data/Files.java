package org.escapement.data;

import java.io.IOException;
import java.io.InputStream;

/** Opens files by name, wherever they are. */
public interface Files {

  /** The bytes of a file as they are stored. */
  InputStream open(String path) throws IOException;
}
