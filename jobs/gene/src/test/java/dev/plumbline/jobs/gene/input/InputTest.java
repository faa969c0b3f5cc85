package dev.plumbline.jobs.gene.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.jobs.gene.LocalSpark;
import dev.plumbline.jobs.gene.matrix.Expression;
import dev.plumbline.jobs.gene.matrix.Gene;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputTest {
  @TempDir Path folder;

  private Expression read(String text) throws IOException, InputException {
    return MatrixFile.read(
        LocalSpark.context(), Files.writeString(folder.resolve("matrix.csv"), text));
  }

  private String refused(String text) {
    try {
      read(text);
      return "";
    } catch (IOException | InputException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void everyLineIsReadOnceHoweverItIsSplit() throws IOException, InputException {
    StringBuilder text = new StringBuilder("gene,S1,S2\n");
    for (int gene = 0; gene < 1000; gene++) {
      text.append("\"g%d\",%d,%s%n".formatted(gene, gene, "0." + "3".repeat(gene % 40 + 1)));
    }
    List<String> ids = read(text.toString()).genes().map(Gene::id).collect();

    assertThat(ids).hasSize(1000).doesNotHaveDuplicates().contains("g0", "g999");
  }

  @Test
  void aCompressedMatrixIsTheSame() throws IOException, InputException {
    String text = "gene,S1,S2\na,1,2\nb,3,4.5\n";
    Path compressed = folder.resolve("matrix.csv.gz");
    try (OutputStream bytes = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      bytes.write(text.getBytes(StandardCharsets.UTF_8));
    }
    Expression expression = MatrixFile.read(LocalSpark.context(), compressed);

    assertThat(expression.samples()).containsExactly("S1", "S2");
    assertThat(expression.genes().map(gene -> gene.id() + gene.values()[1]).collect())
        .containsExactlyInAnyOrder("a2.0", "b4.5");
  }

  @Test
  void allThatIsWrongWithAMatrixIsToldAtOnce() {
    assertThat(refused("gene,S1,S2\na,1,NaN\nb,1\nc,1,x\nd,1,2\nd,3,4\n"))
        .contains(
            "'a', sample S2: 'NaN' is not a finite number",
            "'b' has 1 values for 2 samples",
            "'c', sample S2: 'x' is not a finite number",
            "'d' stands there twice");
  }

  @Test
  void aMatrixWithoutSamplesIsRefused() {
    assertThat(refused("gene\n")).contains("at least two samples");
    assertThat(refused("")).contains("at least two samples");
    assertThat(refused("gene,S1,S1\na,1,2\n")).contains("'S1' stands there twice");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> MatrixFile.read(LocalSpark.context(), folder.resolve("none.csv")))
        .withMessageContaining("none.csv");
  }

  @Test
  void theSampleSheetAndTheMatrixNameTheSameSamples() throws IOException, InputException {
    SampleSheet sheet =
        SampleSheet.read(Files.writeString(folder.resolve("s.csv"), "sample,class\nS1,a\nS3,b\n"));

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> sheet.mustMatch(List.of("S1", "S2")))
        .withMessageContaining("S2")
        .withMessageContaining("S3");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> sheet.column("klass", List.of("S1")))
        .withMessageContaining("it has class");
  }

  @Test
  void allThatIsWrongWithASampleSheetIsToldAtOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("s.csv"), "sample,class\nS1,a\nS1,b\nS2\n");

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> SampleSheet.read(file))
        .withMessage(
            "s.csv:3: sample 'S1' stands there twice\ns.csv:4: 1 values, but the header names 2 columns");
  }
}
