package org.escapement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkupTest {
  @Test
  void escapesTextAndAttributes() {
    String page = new Markup().leaf("p", "a < b & \"c\"\u0000", "title", "<\"&>").finish();
    assertThat(page)
        .isEqualTo("<p title=\"&lt;&quot;&amp;&gt;\">a &lt; b &amp; &quot;c&quot;\uFFFD</p>\n");
  }

  @Test
  void refusesToFinishWithAnOpenElement() {
    assertThatThrownBy(() -> new Markup().open("p").finish()).hasMessage("not closed: p");
  }
}
