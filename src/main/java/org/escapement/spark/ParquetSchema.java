package org.escapement.spark;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.escapement.study.Column;

/**
 * How columns stand in a Parquet file: its schema, and Spark's own copy of it, which has the
 * comments.
 */
final class ParquetSchema {
  /** Where Spark's own Parquet writer puts its schema and its reader looks for it. */
  private static final String SPARK_SCHEMA = "org.apache.spark.sql.parquet.row.metadata";

  private ParquetSchema() {}

  /** All columns may be NULL; the numbers in a list may not. */
  static MessageType message(List<Column> columns) {
    Type[] fields = columns.stream().map(ParquetSchema::field).toArray(Type[]::new);
    return new MessageType("spark_schema", fields);
  }

  private static Type field(Column column) {
    return switch (column.type()) {
      case TEXT -> Types.optional(BINARY).as(stringType()).named(column.name());
      case LONG -> Types.optional(INT64).named(column.name());
      case DOUBLE -> Types.optional(DOUBLE).named(column.name());
      case BOOLEAN -> Types.optional(BOOLEAN).named(column.name());
      case BINARY -> Types.optional(BINARY).named(column.name());
      case TIMESTAMP ->
          Types.optional(INT64).as(timestampType(true, TimeUnit.MICROS)).named(column.name());
      case DOUBLES -> Types.optionalList().requiredElement(DOUBLE).named(column.name());
    };
  }

  /** What goes into the footer. */
  static Map<String, String> footer(List<Column> columns) {
    return Map.of(SPARK_SCHEMA, spark(columns).json());
  }

  /** The schema as Spark SQL sees it. */
  static StructType spark(List<Column> columns) {
    List<StructField> fields = new ArrayList<>();
    for (Column column : columns) {
      fields.add(
          DataTypes.createStructField(column.name(), sparkType(column.type()), true)
              .withComment(column.comment()));
    }
    return DataTypes.createStructType(fields);
  }

  private static DataType sparkType(Column.Type type) {
    return switch (type) {
      case TEXT -> DataTypes.StringType;
      case LONG -> DataTypes.LongType;
      case DOUBLE -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      case BINARY -> DataTypes.BinaryType;
      case TIMESTAMP -> DataTypes.TimestampType;
      case DOUBLES -> DataTypes.createArrayType(DataTypes.DoubleType, false);
    };
  }

  /** The columns of a file. */
  static List<Column> columns(MessageType message, Map<String, String> footer) {
    StructType spark =
        footer.containsKey(SPARK_SCHEMA)
            ? (StructType) DataType.fromJson(footer.get(SPARK_SCHEMA))
            : new StructType();
    List<Column> columns = new ArrayList<>();
    for (Type field : message.getFields()) {
      columns.add(new Column(field.getName(), type(field), comment(spark, field.getName())));
    }
    return columns;
  }

  private static String comment(StructType spark, String name) {
    if (!List.of(spark.fieldNames()).contains(name)) {
      return "";
    }
    return spark.apply(name).getComment().getOrElse(() -> "");
  }

  private static Column.Type type(Type field) {
    if (!field.isPrimitive()) {
      return Column.Type.DOUBLES;
    }
    LogicalTypeAnnotation meaning = field.getLogicalTypeAnnotation();
    PrimitiveTypeName stored = field.asPrimitiveType().getPrimitiveTypeName();
    return switch (stored) {
      case INT64 -> meaning == null ? Column.Type.LONG : Column.Type.TIMESTAMP;
      case DOUBLE -> Column.Type.DOUBLE;
      case BOOLEAN -> Column.Type.BOOLEAN;
      case BINARY -> meaning == null ? Column.Type.BINARY : Column.Type.TEXT;
      default ->
          throw new IllegalArgumentException("column " + field.getName() + " is a " + stored);
    };
  }
}
