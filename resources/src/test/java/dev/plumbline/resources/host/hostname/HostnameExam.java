package dev.plumbline.resources.host.hostname;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.Failure;
import org.junit.jupiter.api.Test;

/** What everything behind the port must do; it renames the machine. */
public abstract class HostnameExam {
  protected abstract Hostname hostname();

  @Test
  void aNewNameIsThereNowAndAfterARestart() throws Failure {
    hostname().set("exam-1");
    assertThat(hostname().running()).isEqualTo("exam-1");
    assertThat(hostname().stored()).contains("exam-1");
    hostname().set("exam-2.example.org");
    assertThat(hostname().running()).isEqualTo("exam-2.example.org");
    assertThat(hostname().stored()).contains("exam-2.example.org");
  }
}
