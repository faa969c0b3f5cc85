package dev.plumbline.agent.host.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AptTranscriptTest {
  private final List<String> shown = new ArrayList<>();
  private final AptTranscript transcript = new AptTranscript(shown::add);

  private void hear(String name) {
    Captured.text(name).lines().forEach(transcript::line);
  }

  @Test
  void saysWhatAptDoes() {
    hear("install.txt");
    assertThat(shown)
        .startsWith("downloading 0 %")
        .containsSubsequence(
            "downloading 100 %",
            "preparing libncurses6 0 %",
            "unpacking sl 33 %",
            "configuring libncurses6 55 %",
            "installed sl 88 %");
    assertThat(transcript.errors()).isEmpty();
  }

  @Test
  void hearsWhatAScriptSaidBeforeItFailed() {
    hear("install-fails.txt");
    assertThat(transcript.errors())
        .containsExactly(
            entry(
                "plumbline-broken",
                "installed plumbline-broken package post-installation script subprocess returned"
                    + " error exit status 3: no license for this host"));
  }

  @Test
  void namesThePackageOfAnArchiveFile() {
    hear("install-overwrites.txt");
    assertThat(transcript.errors())
        .containsExactly(
            entry(
                "plumbline-clash",
                "trying to overwrite '/usr/games/sl', which is also in package sl 5.02-1+b1"));
  }

  @Test
  void namesTheHolderOfTheLock() {
    hear("install-locked.txt");
    assertThat(shown).containsExactly("waiting for the dpkg lock held by python3, pid 5312");
  }
}
