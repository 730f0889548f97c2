package org.escapement.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.SparkConf;
import org.escapement.study.ClusterException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterTest {
  @ParameterizedTest
  @CsvSource({
    "local, 'local[1,4]'",
    "local[3], 'local[3,4]'",
    "local[*], 'local[*,4]'",
    "'local[2,1]', 'local[2,1]'",
    "spark://host:7077, spark://host:7077",
    "yarn, yarn"
  })
  void localMastersTryAgain(String given, String used) {
    SparkConf conf = new SparkConf(false).setMaster(given);
    assertThat(Cluster.settings(conf).get("spark.master")).isEqualTo(used);
  }

  /** Spark tries for a minute. */
  @Test
  @Tag("cluster")
  void saysThatAMasterDoesNotAnswer() {
    SparkConf conf =
        new SparkConf(false)
            .setMaster("spark://127.0.0.1:1")
            .setAppName("nobody")
            .set("spark.driver.host", "127.0.0.1");
    assertThatThrownBy(() -> Cluster.connect(Cluster.settings(conf)))
        .isInstanceOf(ClusterException.class)
        .hasMessage("no Spark at spark://127.0.0.1:1: it does not answer");
  }

  @Test
  void whatTheUserAskedForStays() {
    SparkConf conf = new SparkConf(false).set("spark.ui.enabled", "true");
    assertThat(Cluster.settings(conf).get("spark.ui.enabled")).isEqualTo("true");
    assertThat(Cluster.settings(conf).get("spark.master")).isEqualTo("local[*,4]");
  }
}
