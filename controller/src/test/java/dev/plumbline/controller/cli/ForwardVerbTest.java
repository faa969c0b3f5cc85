package dev.plumbline.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.controller.client.page.Pages;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForwardVerbTest {
  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

  @TempDir Path directory;
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private Desk desk;
  private Thread command = new Thread(() -> {});

  @BeforeEach
  void sit() {
    desk = new Desk(directory).inventory(Desk.THREE_NODES);
  }

  @AfterEach
  void end() {
    command.interrupt();
  }

  private void forward(String... more) {
    String[] words = new String[more.length + 6];
    System.arraycopy(
        new String[] {"forward", "spark", "--port", "0", "--driver-port", "0"}, 0, words, 0, 6);
    System.arraycopy(more, 0, words, 6, more.length);
    command = Thread.ofPlatform().start(() -> exit.complete(desk.plumb(words)));
  }

  /** Its two addresses, the master's first. */
  private String[] urls() throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      String[] found =
          URL.matcher(desk.out()).results().map(each -> each.group()).toArray(String[]::new);
      if (found.length == 2 && desk.out().endsWith("\n")) {
        return found;
      }
      Thread.sleep(50);
    }
    throw new AssertionError(desk.out() + desk.err());
  }

  private static String fetch(String url) throws IOException {
    HttpURLConnection page = (HttpURLConnection) URI.create(url).toURL().openConnection();
    page.setInstanceFollowRedirects(false);
    return page.getResponseCode()
        + " "
        + Optional.ofNullable(page.getHeaderField("Location")).orElse("")
        + new String(page.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void bothAddressesAreSaidAndLeadToTheirPagesUntilItIsInterrupted() throws Exception {
    desk.controller.pages.driver = Optional.of(new Pages.Driver(7, "worker1"));
    forward();
    String[] urls = urls();

    assertThat(desk.out())
        .isEqualTo(
            urls[0]
                + " → the master of Spark on master\n"
                + urls[1]
                + " → the driver of job 7 on worker1\n");
    assertThat(fetch(urls[0] + "/app/?appId=1"))
        .isEqualTo("200 GET /app/?appId=1 of Master[node=master]");
    assertThat(fetch(urls[1] + "/proxy/app-1/jobs/")).isEqualTo("200 GET /jobs/ of OfJob[job=0]");
    assertThat(fetch(urls[1] + "/proxy/worker-1/"))
        .startsWith("307 " + urls[0] + "/proxy/worker-1/");
    command.interrupt();
    assertThat(exit.get(30, TimeUnit.SECONDS)).isZero();
    assertThat(desk.err()).isEmpty();
  }

  @Test
  void asJsonAndForAJobThatDoesNotRunYet() throws Exception {
    forward("3", "--output", "json");
    String[] urls = urls();
    Matcher driver = URL.matcher(desk.out());

    assertThat(driver.find()).isTrue();
    assertThat(desk.out())
        .contains("\"driver\":{\"url\":\"http://127.0.0.1:", "\"node\":\"master\"");
    String ofDriver =
        desk.out().startsWith("{\"driver\":{\"url\":\"" + urls[0]) ? urls[0] : urls[1];
    assertThat(fetch(ofDriver + "/")).isEqualTo("200 GET / of OfJob[job=3]");
  }

  @Test
  void aControllerThatEndedMeanwhileIsStartedAnew() throws Exception {
    forward();
    String[] urls = urls();
    desk.controller.pages.absent = true;

    assertThat(fetch(urls[0] + "/")).startsWith("200 GET / of Master");
  }

  @Test
  void aTakenPortIsOneLineWithItsCure() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(desk.plumb("forward", "spark", "--port", port)).isEqualTo(1);
      assertThat(desk.err())
          .isEqualTo(
              "plumb: cannot listen on 127.0.0.1:"
                  + port
                  + ": Address already in use → name another port with --port, 0 for any that is"
                  + " free\n");
    }
  }

  @Test
  void whatCanNeverBeAPortOrAJobIsRefused() {
    assertThat(desk.plumb("forward", "spark", "--port", "70000")).isEqualTo(1);
    assertThat(desk.plumb("forward", "spark", "gene")).isEqualTo(1);
    assertThat(desk.err())
        .contains("--port needs a port", "'70000'", "'gene' is not the number of a job");
  }

  @Test
  void whereThereIsNothingToSeeNobodyListens() {
    desk.controller.pages.refusal = "no node of the cluster is the master of Spark";
    assertThat(desk.plumb("forward", "spark", "--port", "0")).isEqualTo(1);
    assertThat(desk.out()).isEmpty();
    assertThat(desk.err()).isEqualTo("plumb: no node of the cluster is the master of Spark\n");
  }
}
