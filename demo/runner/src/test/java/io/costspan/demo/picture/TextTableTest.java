package io.costspan.demo.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.costspan.demo.picture.TextTable.Align;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void linesUpTextNumbersAndDecimalPoints() {
    TextTable table = new TextTable(Align.LEFT, Align.RIGHT, Align.POINT)
        .row("who", "calls", "cost")
        .rule()
        .row("acme", "3", "0.125")
        .row("globex", "12", "10.5")
        .row("all", "15", "0");

    assertThat(table).hasToString("""
        who     calls    cost
        ─────────────────────
        acme        3   0.125
        globex     12  10.5
        all        15   0
        """);
  }

  @Test
  void refusesARowThatDoesNotFit() {
    TextTable table = new TextTable(Align.LEFT, Align.LEFT);

    assertThatThrownBy(() -> table.row("one"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 cells for 2");
  }
}
