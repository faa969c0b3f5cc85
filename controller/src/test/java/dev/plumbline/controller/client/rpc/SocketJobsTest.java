package dev.plumbline.controller.client.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.controller.client.job.AskedJob;
import dev.plumbline.controller.client.job.Content;
import dev.plumbline.controller.client.job.JobEvent;
import dev.plumbline.controller.client.job.JobKind;
import dev.plumbline.controller.client.job.JobPhase;
import dev.plumbline.controller.client.job.JobRecord;
import dev.plumbline.controller.client.job.Jobs;
import dev.plumbline.controller.client.job.PlacedFile;
import dev.plumbline.controller.client.job.RunRequest;
import dev.plumbline.controller.rpc.socket.SocketServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketJobsTest {
  private static final PlacedFile FILE = new PlacedFile("a/b", new Content("hash", 9), true);

  private static final AskedJob EVERYTHING =
      new AskedJob(
          "name",
          JobKind.SPARK,
          6,
          List.of("n"),
          2,
          List.of("a", "b"),
          List.of(new AskedJob.Input("data", true, List.of(FILE))),
          List.of("r"),
          List.of("o"),
          Map.of("E", "v"),
          List.of("SECRET"),
          new AskedJob.Limits(1, 2),
          new AskedJob.Retry(3, List.of("node-lost")),
          new AskedJob.Mpi(true, true, 3, Map.of("m", "c")),
          Optional.of(
              new AskedJob.Spark(FILE, List.of(FILE), "Main", 1, 2, 3, 4, Map.of("c", "d"))),
          Optional.of(new AskedJob.Java("Main", List.of(FILE), FILE, List.of("-X"))),
          "user",
          "10.0.0.0/8",
          "job.yaml",
          "text");

  @TempDir Path directory;
  private final ScriptedJobCalls control = new ScriptedJobCalls();
  private SocketServer server;
  private Jobs jobs;

  @BeforeEach
  void start() throws IOException {
    Path socket = directory.resolve("control.sock");
    server = SocketServer.start(socket, control.bindService(), _ -> {});
    jobs = new SocketController(socket).jobs();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void whatIsAskedComesBackInTheRecord() {
    List<JobEvent> events = new ArrayList<>();

    jobs.run(new RunRequest(EVERYTHING, Map.of("SECRET", "s"), true, false), events::add);

    assertThat(control.asked).containsExactly("secrets {SECRET=s}, force");
    assertThat(events).hasSize(5);
    assertThat(events).allSatisfy(event -> assertThat(event.job()).isEqualTo(7));
    assertThat(((JobEvent.State) events.get(0)).state().phase()).isEqualTo(JobPhase.SENDING);
    JobRecord record = ((JobEvent.Done) events.get(4)).record();
    assertThat(record.asked()).isEqualTo(EVERYTHING);
    assertThat(record.exit().orElseThrow().rank()).contains(0);
    assertThat(record.usage()).containsEntry("n", new JobRecord.Usage(4, 0));
    assertThat(record.ranks()).isEqualTo(2);
  }

  @Test
  void contentsGoAndComeInPieces() {
    assertThat(jobs.offer(List.of(new Content("h", 6)))).containsExactly(new Jobs.From("h", 3));
    jobs.put(
        List.of(
            new Jobs.Piece("h", 0, bytes("abc"), false),
            new Jobs.Piece("h", 3, bytes("def"), true)));
    ByteArrayOutputStream got = new ByteArrayOutputStream();
    jobs.get(
        "h",
        piece ->
            got.writeBytes(
                StandardCharsets.UTF_8.decode(piece).toString().getBytes(StandardCharsets.UTF_8)));

    assertThat(control.asked).containsExactly("put at 0", "put at 3, last");
    assertThat(got).hasToString("abcdef");
  }

  @Test
  void ordersAreToldApart() {
    assertThat(List.of(jobs.cancel(7), jobs.dump(7), jobs.drain("n", "r"), jobs.resume("n")))
        .containsOnly("no");
    assertThat(jobs.get(4).id()).isEqualTo(5);
    jobs.follow(7, 20, true, _ -> {});

    assertThat(control.asked)
        .containsExactly("cancel 7", "dump 7", "drain n", "resume n", "follow 7 from 20");
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
