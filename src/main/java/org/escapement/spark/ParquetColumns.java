package org.escapement.spark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.escapement.data.Files;

/** Columns of numbers of a Parquet file that is in memory. */
final class ParquetColumns implements Files.Columns {
  private final InputFile file;
  private final FileMetaData footer;

  /**
   * @throws IOException when that is no Parquet file
   */
  ParquetColumns(byte[] bytes) throws IOException {
    this.file = new InMemory(bytes);
    try (ParquetFileReader reader = open()) {
      this.footer = reader.getFileMetaData();
    } catch (RuntimeException broken) {
      throw new IOException(
          Reason.of(broken).replace("is not a Parquet file", "no Parquet file"), broken);
    }
  }

  private ParquetFileReader open() throws IOException {
    return ParquetFileReader.open(
        file, ParquetReadOptions.builder().usePageChecksumVerification().build());
  }

  @Override
  public List<String> names() {
    return footer.getSchema().getFields().stream().map(Type::getName).toList();
  }

  @Override
  public double[][] read(List<String> names) throws IOException {
    MessageType schema = new MessageType("numbers", names.stream().map(this::field).toList());
    try (ParquetFileReader reader = open()) {
      double[][] columns = new double[names.size()][Math.toIntExact(reader.getRecordCount())];
      reader.setRequestedSchema(schema);
      int first = 0;
      for (PageReadStore pages = reader.readNextRowGroup();
          pages != null;
          pages = reader.readNextRowGroup()) {
        read(pages, schema, first, columns);
        first += (int) pages.getRowCount();
      }
      return columns;
    } catch (IllegalArgumentException wrong) {
      throw wrong;
    } catch (RuntimeException broken) {
      throw new IOException(Reason.of(broken), broken);
    }
  }

  private Type field(String name) {
    MessageType schema = footer.getSchema();
    if (!schema.containsField(name)) {
      throw new IllegalArgumentException("no column " + name + "; there are " + names());
    }
    Type type = schema.getType(name);
    boolean number =
        type.isPrimitive()
            && !type.isRepetition(Type.Repetition.REPEATED)
            && type.getLogicalTypeAnnotation() == null;
    if (number) {
      number =
          switch (type.asPrimitiveType().getPrimitiveTypeName()) {
            case INT32, INT64, FLOAT, DOUBLE, BOOLEAN -> true;
            default -> false;
          };
    }
    if (!number) {
      throw new IllegalArgumentException("column " + name + " holds no numbers: " + type);
    }
    return type;
  }

  private void read(PageReadStore pages, MessageType schema, int first, double[][] columns) {
    ColumnReadStoreImpl store =
        new ColumnReadStoreImpl(
            pages,
            new GroupRecordConverter(schema).getRootConverter(),
            schema,
            footer.getCreatedBy());
    for (int j = 0; j < columns.length; j++) {
      ColumnDescriptor descriptor = schema.getColumns().get(j);
      ColumnReader reader = store.getColumnReader(descriptor);
      for (int i = 0; i < pages.getRowCount(); i++) {
        columns[j][first + i] = number(reader, descriptor, first + i);
        reader.consume();
      }
    }
  }

  private static double number(ColumnReader reader, ColumnDescriptor column, int row) {
    if (reader.getCurrentDefinitionLevel() < column.getMaxDefinitionLevel()) {
      throw new IllegalArgumentException(
          "column %s, row %d: must be a number, got nothing".formatted(column.getPath()[0], row));
    }
    double number =
        switch (column.getPrimitiveType().getPrimitiveTypeName()) {
          case INT32 -> reader.getInteger();
          case INT64 -> reader.getLong();
          case FLOAT -> reader.getFloat();
          case BOOLEAN -> reader.getBoolean() ? 1 : 0;
          default -> reader.getDouble();
        };
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(
          "column %s, row %d: must be a number, got %s"
              .formatted(column.getPath()[0], row, number));
    }
    return number;
  }

  /** Bytes as a file of Parquet's. */
  private record InMemory(byte[] bytes) implements InputFile {
    @Override
    public long getLength() {
      return bytes.length;
    }

    @Override
    public SeekableInputStream newStream() {
      Bytes in = new Bytes(bytes);
      return new DelegatingSeekableInputStream(in) {
        @Override
        public long getPos() {
          return in.position();
        }

        @Override
        public void seek(long position) {
          in.seek(position);
        }
      };
    }

    @Override
    public String toString() {
      return "it";
    }
  }

  private static final class Bytes extends ByteArrayInputStream {
    Bytes(byte[] bytes) {
      super(bytes);
    }

    long position() {
      return pos;
    }

    void seek(long position) {
      pos = (int) position;
    }
  }
}
