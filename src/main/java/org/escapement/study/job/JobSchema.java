package org.escapement.study.job;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.escapement.study.Catalog;

/**
 * The JSON Schema of job files (draft 2020-12), for editors. It knows the keys and the ranges; what
 * it cannot say (paths of a sweep, what fits together) {@link JobFile} checks.
 */
public final class JobSchema {
  private JobSchema() {}

  /** The schema; the same text for the same catalogue. */
  public static String text() {
    StringWriter text = new StringWriter();
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(lines);
    printer.indentArraysWith(lines);
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(printer);
      write(json, schema());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text + "\n";
  }

  private static Map<String, Object> schema() {
    SchemaParts parts = new SchemaParts();
    Map<String, Object> schema = SchemaParts.object();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Escapement job file");
    schema.putAll(parts.mapping(Job.KEYS));
    Map<String, Object> definitions = SchemaParts.object();
    for (String kind : Catalog.kinds()) {
      definitions.put(kind, parts.kind(kind));
    }
    schema.put("$defs", definitions);
    return schema;
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName((String) entry.getKey());
        write(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        write(json, item);
      }
      json.writeEndArray();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Long whole) {
      json.writeNumber(whole);
    } else if (value instanceof SchemaParts.Decimal decimal) {
      json.writeNumber(decimal.text());
    } else {
      json.writeString((String) value);
    }
  }
}
