package dev.plumbline.inventory.generated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackagePageTest {
  @Test
  void turnsJavadocIntoMarkdown() {
    String javadoc =
        """
        Says what it {@code does} &amp; more,
        over two lines.

        <pre>{@code
        files:
          /etc/a: {mode: "0644"}
        }</pre>

        <p>Takes {@code {a: b}} too.

        <ul>
          <li>one {@code x}
          <li>two
        </ul>
        """;

    assertThat(PackagePage.markdown(javadoc))
        .isEqualTo(
            """
            Says what it `does` & more, over two lines.

            ```yaml
            files:
              /etc/a: {mode: "0644"}
            ```

            Takes `{a: b}` too.

            - one `x`
            - two\
            """
                .stripIndent());
  }
}
