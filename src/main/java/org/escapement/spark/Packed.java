package org.escapement.spark;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import org.apache.spark.SparkEnv;
import org.apache.spark.serializer.SerializerInstance;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * A value that travels as bytes and is unpacked only when it is asked for: a record checks itself
 * as it is made, and the data that it needs must be there by then.
 */
final class Packed<T> implements Serializable {
  private transient T value;
  private transient byte[] bytes;

  Packed(T value) {
    this.value = value;
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    ByteBuffer packed = serializer().serialize(value, tag());
    byte[] copied = new byte[packed.remaining()];
    packed.get(copied);
    out.writeObject(copied);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    bytes = (byte[]) in.readObject();
  }

  /** The value; on the machine that it came to it is unpacked each time. */
  T open() {
    return value != null
        ? value
        : serializer()
            .deserialize(
                ByteBuffer.wrap(bytes), Thread.currentThread().getContextClassLoader(), tag());
  }

  private static SerializerInstance serializer() {
    return SparkEnv.get().closureSerializer().newInstance();
  }

  @SuppressWarnings("unchecked")
  private static <T> ClassTag<T> tag() {
    return (ClassTag<T>) ClassTag$.MODULE$.Any();
  }
}
