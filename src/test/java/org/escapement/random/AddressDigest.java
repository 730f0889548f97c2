package org.escapement.random;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.escapement.kernel.Kernels;

/**
 * A SHA-256 of some thousand numbers of every law, for comparison between JVMs. As a program it
 * prints the kernels and the digest.
 */
final class AddressDigest {
  private static final int LANES = 251;

  private AddressDigest() {}

  public static void main(String[] arguments) throws Exception {
    System.out.println(Kernels.best().description() + " " + of());
  }

  static String of() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Law law : Law.some()) {
      double[][] numbers = Law.numbers(law, LANES, 2 * LANES, 5);
      for (double[] phase : numbers) {
        for (double x : phase) {
          digest.update(ByteBuffer.allocate(8).putLong(Double.doubleToRawLongBits(x)).array());
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
