package dev.plumbline.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenesTest {
  @TempDir Path folder;
  private final List<String> told = new ArrayList<>();

  private Genes find(Home home) {
    Path library = Path.of("../jobs/gene/target/lib").toAbsolutePath();
    return Genes.find(library, new Sources(Optional.empty(), new Cache(folder), home, told::add));
  }

  @Test
  void areGeneratedWhereGolubCannotBeHad() {
    Genes found =
        find(name -> {
          throw new IOException("no answer");
        });

    assertThat(found).isEqualTo(new Genes(folder.resolve("generated-counts"), "gene-counts.yaml"));
    assertThat(found.folder().resolve("different.txt")).isNotEmptyFile();
    assertThat(told).last().asString().contains("no answer", "are generated");
  }

  @Test
  void areNotGolubUnlessTheirChecksumSaysSo() {
    assertThat(find(name -> new byte[] {1}).job()).isEqualTo("gene-counts.yaml");
    assertThat(told).last().asString().contains("is not the one of Golub's leukaemia data");
    assertThat(folder.resolve("golub")).doesNotExist();
  }

  @Test
  void areThoseThatTheUserHas() throws IOException {
    Path given = Files.createDirectory(folder.resolve("golub"));

    assertThat(Genes.find(folder, Map.of("PLUMBLINE_DATA", folder.toString()), told::add))
        .isEqualTo(new Genes(given, "gene.yaml"));
    assertThat(told).isEmpty();
  }

  @Test
  void theTablesBecomeOneMatrixAndASheetOfSamples() throws IOException {
    Golub.write(
        Map.of(
            Golub.TRAINING,
            bytes("Gene Description,Gene Accession Number,2,call,1,call\n\"a, b\",p1,-20,A,10,P\n"),
            Golub.INDEPENDENT,
            bytes("Gene Description,Gene Accession Number,3,call\n\"a, b\",p1,30,P\n"),
            Golub.CLASSES,
            bytes("patient,cancer\n1,ALL\n2,AML\n3,ALL\n\n")),
        folder);

    byte[] matrix = Files.readAllBytes(folder.resolve("golub_expr.csv.gz"));
    assertThat(new GZIPInputStream(new ByteArrayInputStream(matrix)))
        .hasContent("probe,S1,S2,S3\np1,10,-20,30\n");
    assertThat(folder.resolve("golub_labels.csv"))
        .hasContent("sample,class,set\nS1,ALL,train\nS2,AML,train\nS3,ALL,test\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
