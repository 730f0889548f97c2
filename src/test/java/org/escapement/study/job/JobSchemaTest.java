package org.escapement.study.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.escapement.study.Catalog;
import org.junit.jupiter.api.Test;

class JobSchemaTest {
  private static final Path FILE =
      Path.of("src/main/resources/org/escapement/study/job.schema.json");

  @Test
  void theFileIsCurrent() throws IOException {
    if (Boolean.getBoolean("schema.write")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, JobSchema.text());
    }
    assertThat(FILE)
        .as("written again by: mvn test -Dtest=JobSchemaTest -Dschema.write=true")
        .exists()
        .content()
        .isEqualTo(JobSchema.text());
  }

  @Test
  void knowsKeysRangesAndKinds() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(JobSchema.text());

    assertThat(schema.get("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.get("additionalProperties").asBoolean()).isFalse();
    assertThat(schema.get("required"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder(
            "question",
            "objective",
            "dynamics",
            "start",
            "domain",
            "horizon",
            "trajectories",
            "seed");
    assertThat(schema.at("/properties/horizon/type").asText()).isEqualTo("integer");
    assertThat(schema.at("/properties/horizon/minimum").asInt()).isEqualTo(1);
    assertThat(schema.at("/properties/noise/$ref").asText()).isEqualTo("#/$defs/noise");
    for (String kind : Catalog.kinds()) {
      assertThat(schema.at("/$defs/" + kind + "/anyOf"))
          .hasSizeGreaterThanOrEqualTo(Catalog.entries(kind).size());
    }
  }
}
