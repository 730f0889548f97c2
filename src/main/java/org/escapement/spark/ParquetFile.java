package org.escapement.spark;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.escapement.study.Column;

/** Writes rows to a Parquet file and reads them back, without Spark. */
final class ParquetFile {
  private ParquetFile() {}

  /**
   * Writes a new file; other files are not looked at.
   *
   * @param rows as in a {@link org.escapement.study.Table}
   * @throws IllegalArgumentException when a value is NaN
   */
  static void write(
      Path path, Configuration configuration, List<Column> columns, Iterable<Object[]> rows)
      throws IOException {
    MessageType schema = ParquetSchema.message(columns);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(HadoopOutputFile.fromPath(path, configuration))
            .withConf(configuration)
            .withType(schema)
            .withExtraMetaData(ParquetSchema.footer(columns))
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .build()) {
      for (Object[] row : rows) {
        writer.write(group(schema, columns, row));
      }
    }
  }

  private static Group group(MessageType schema, List<Column> columns, Object[] row) {
    Group group = new SimpleGroup(schema);
    for (int j = 0; j < row.length; j++) {
      if (row[j] != null) {
        add(group, j, columns.get(j), row[j]);
      }
    }
    return group;
  }

  private static void add(Group group, int field, Column column, Object value) {
    switch (column.type()) {
      case TEXT -> group.add(field, (String) value);
      case LONG -> group.add(field, (long) (Long) value);
      case DOUBLE -> group.add(field, notNan(column, (Double) value));
      case BOOLEAN -> group.add(field, (boolean) (Boolean) value);
      case BINARY -> group.add(field, Binary.fromConstantByteArray((byte[]) value));
      case TIMESTAMP -> group.add(field, ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
      case DOUBLES -> addAll(group.addGroup(field), column, (double[]) value);
      default -> throw new IllegalStateException("no such type: " + column.type());
    }
  }

  private static void addAll(Group list, Column column, double[] values) {
    for (double value : values) {
      list.addGroup(0).add(0, notNan(column, value));
    }
  }

  private static double notNan(Column column, double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException(
          "column " + column.name() + " was given NaN; no value is written as NULL");
    }
    return value;
  }

  /**
   * The columns of a file.
   *
   * @throws IOException naming the file when it is not what it should be
   */
  static List<Column> columns(Path path, Configuration configuration) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(path, configuration))) {
      FileMetaData footer = reader.getFileMetaData();
      return ParquetSchema.columns(footer.getSchema(), footer.getKeyValueMetaData());
    } catch (IOException | RuntimeException broken) {
      throw unreadable(path, broken);
    }
  }

  /**
   * Every row of a file, in order.
   *
   * @throws IOException naming the file when it is not what it should be
   */
  static List<Object[]> read(Path path, Configuration configuration, List<Column> columns)
      throws IOException {
    List<Object[]> rows = new ArrayList<>();
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), path)
            .withConf(configuration)
            .usePageChecksumVerification()
            .build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        rows.add(row(group, columns));
      }
    } catch (IOException | RuntimeException broken) {
      throw unreadable(path, broken);
    }
    return rows;
  }

  private static IOException unreadable(Path path, Exception broken) {
    String why = String.valueOf(broken.getMessage()).replace(path + " ", "");
    return new IOException(path + " cannot be read: " + why, broken);
  }

  private static Object[] row(Group group, List<Column> columns) {
    Object[] row = new Object[columns.size()];
    for (int j = 0; j < row.length; j++) {
      if (group.getFieldRepetitionCount(j) > 0) {
        row[j] = value(group, j, columns.get(j).type());
      }
    }
    return row;
  }

  private static Object value(Group group, int field, Column.Type type) {
    return switch (type) {
      case TEXT -> group.getString(field, 0);
      case LONG -> group.getLong(field, 0);
      case DOUBLE -> group.getDouble(field, 0);
      case BOOLEAN -> group.getBoolean(field, 0);
      case BINARY -> group.getBinary(field, 0).getBytes();
      case TIMESTAMP -> Instant.EPOCH.plus(group.getLong(field, 0), ChronoUnit.MICROS);
      case DOUBLES -> doubles(group.getGroup(field, 0));
    };
  }

  private static double[] doubles(Group list) {
    double[] values = new double[list.getFieldRepetitionCount(0)];
    for (int j = 0; j < values.length; j++) {
      values[j] = list.getGroup(0, j).getDouble(0, 0);
    }
    return values;
  }
}
