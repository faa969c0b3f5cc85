package dev.plumbline.controller.rpc.control;

import static dev.plumbline.controller.rpc.control.JobCommands.command;
import static dev.plumbline.controller.rpc.control.JobCommands.untilPhase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.plumbline.controller.Rig;
import dev.plumbline.controller.rpc.agents.Eventually;
import dev.plumbline.controller.rpc.agents.JobAgent;
import dev.plumbline.controller.rpc.agents.ShownPage;
import dev.plumbline.proto.v1.Bundle;
import dev.plumbline.proto.v1.Job;
import dev.plumbline.proto.v1.JobState.Phase;
import dev.plumbline.proto.v1.PageCommand;
import dev.plumbline.proto.v1.PageOrder;
import dev.plumbline.proto.v1.PageOwner;
import dev.plumbline.proto.v1.PagePiece;
import dev.plumbline.proto.v1.PageRequest;
import dev.plumbline.proto.v1.PagesFound;
import dev.plumbline.proto.v1.PagesQuery;
import dev.plumbline.resources.spark.Role;
import io.grpc.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of Spark on agents that a test plays, over real connections. */
class PagesTest {
  private static final Bundle PAIR =
      new Inventories().spark("master", Role.BOTH).spark("worker1", Role.WORKER).bundle();
  private static final Bundle WITHOUT = new Inventories().bare("master").bare("worker1").bundle();
  private static final PageRequest REQUEST =
      PageRequest.newBuilder().setTarget("/jobs/?x=1").setHost("localhost:8080").build();
  private static final int PIECE = 32 << 10;

  /** So many pieces are 12 MiB. */
  private static final int PLENTY = 384;

  @TempDir Path directory;
  private TwoAgents two;
  private Rig rig;
  private JobAgent master;
  private JobAgent worker;

  @BeforeEach
  void start() {
    two = TwoAgents.start(directory, PAIR);
    rig = two.rig();
    master = two.master();
    worker = two.worker();
  }

  @AfterEach
  void end() {
    two.close();
  }

  private PagesFound find(long job) {
    return rig.control()
        .call("FindPages", PagesQuery.newBuilder().setJob(job).build(), PagesFound.parser());
  }

  private ControlClient.Call ofMaster() {
    return get(PageOwner.newBuilder().setNode("master"));
  }

  private ControlClient.Call ofJob(long job) {
    return get(PageOwner.newBuilder().setJob(job));
  }

  private ControlClient.Call get(PageOwner.Builder owner) {
    return rig.control()
        .open("GetPage", PageCommand.newBuilder().setOwner(owner).setRequest(REQUEST).build());
  }

  private static String rest(ControlClient.Call call) {
    StringBuilder text = new StringBuilder();
    call.forEach(PagePiece.parser(), piece -> text.append(piece.getData().toStringUtf8()));
    return text.toString();
  }

  @Test
  void theMasterIsWhereWhatWasAppliedSaysAndItsAnswerComesAsItIs() {
    assertThat(find(0).getMaster()).isEqualTo("master");
    assertThat(find(0).getJob()).isZero();
    ControlClient.Call call = ofMaster();
    PageOrder order = master.pages().next();
    assertThat(order.getJob()).isZero();
    assertThat(order.getPage()).isEqualTo(REQUEST);
    master
        .pages()
        .show(order)
        .piece(ByteString.copyFromUtf8("HTTP/1.1 200 OK\r\n\r\n"))
        .piece(ByteString.copyFromUtf8("hello"))
        .completes();

    assertThat(rest(call)).isEqualTo("HTTP/1.1 200 OK\r\n\r\nhello");
  }

  @Test
  void theDriverIsThatOfTheNewestJobOfSparkThatRuns() {
    assertThatThrownBy(() -> rest(ofJob(0))).hasMessageContaining("no job of Spark runs");
    Job.Builder spark = command("worker1", "master").setKind(Job.Kind.SPARK).clearCommand();
    for (JobAgent each : List.of(master, worker)) {
      each.finds("spark.parts", each == master ? "master worker" : "worker")
          .finds("spark.user", "7777:7777")
          .finds("user.gid", "7777")
          .finds("spark.workers", "master worker1")
          .finds("spark.master", "");
    }
    ControlClient.Call job = new JobCommands(rig).run(spark);
    untilPhase(job, Phase.RUNNING);
    ControlClient.Call other = new JobCommands(rig).run(command("master"));
    untilPhase(other, Phase.QUEUED);

    assertThat(find(0)).isEqualTo(find(1));
    assertThat(find(0).getJob()).isEqualTo(1);
    assertThat(find(0).getHead()).isEqualTo("worker1");
    ControlClient.Call call = ofJob(0);
    PageOrder order = worker.pages().next();
    assertThat(order.getJob()).isEqualTo(1);
    worker.pages().show(order).fails("no driver of job 1 runs; wait");
    assertThatThrownBy(() -> rest(call)).hasMessage("on worker1: no driver of job 1 runs; wait");
    assertThatThrownBy(() -> find(2)).hasMessageContaining("job 2 (hello) is no job of Spark");
    assertThatThrownBy(() -> find(3)).hasMessageContaining("there is no job 3");

    worker.ends(1, 0);
    var _ = JobCommands.ended(job);
    assertThatThrownBy(() -> find(1)).hasMessageContaining("is over, and its page went with it");
    assertThatThrownBy(() -> rest(ofJob(1))).hasMessageContaining("job 1 does not run");
  }

  private boolean awaitDeparture(String node) {
    return Eventually.get(
        () -> new Commands(rig).status(node).getConnected(), connected -> !connected);
  }

  @Test
  void whereNothingIsOrNobodyAnswersIsSaid() {
    worker.cut();
    assertThat(awaitDeparture("worker1")).isFalse();
    assertThatThrownBy(() -> rest(get(PageOwner.newBuilder().setNode("worker1"))))
        .hasMessageContaining("worker1 is not connected");
    assertThat(new Commands(rig).apply(WITHOUT, "master").exitCode()).isZero();
    assertThatThrownBy(() -> find(0)).hasMessageContaining("no node of the cluster is the master");
  }

  @Test
  void aMasterThatIsAwayIsSaid() {
    master.cut();
    assertThat(awaitDeparture("master")).isFalse();
    assertThatThrownBy(() -> find(0))
        .hasMessageContaining("the master of Spark is on master, which is not connected");
  }

  private static boolean hasRoomSoon(ShownPage page) {
    for (int i = 0; i < 20 && !page.hasRoom(); i++) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    return page.hasRoom();
  }

  @Test
  void aCallerThatDoesNotReadHoldsTheAgentBack() {
    ControlClient.Call call = ofMaster();
    ShownPage page = master.pages().show(master.pages().next());
    ByteString piece = ByteString.copyFrom(new byte[PIECE]);
    int sent = 0;
    while (sent < PLENTY && hasRoomSoon(page)) {
      page.piece(piece);
      sent++;
    }
    assertThat(sent).isLessThan(PLENTY);

    call.close();
    assertThat(page.end().getCode()).isEqualTo(Status.Code.CANCELLED);
  }

  @Test
  void anAgentThatIsLostInTheMiddleIsNoEndOfThePage() {
    ControlClient.Call call = ofMaster();
    ShownPage page =
        master.pages().show(master.pages().next()).piece(ByteString.copyFromUtf8("half"));
    assertThat(call.next(PagePiece.parser()).getData().toStringUtf8()).isEqualTo("half");
    assertThat(page.hasRoom()).isTrue();
    master.cut();
    assertThatThrownBy(() -> rest(call)).hasMessage("the connection to master was lost");
  }

  @Test
  void nobodyShowsWhatWasNotAskedOfIt() {
    ControlClient.Call call = ofMaster();
    PageOrder order = master.pages().next();
    assertThat(worker.pages().show(order).end().getCode()).isEqualTo(Status.Code.CANCELLED);
    ShownPage page = master.pages().show(order).piece(ByteString.copyFromUtf8("right"));
    assertThat(call.next(PagePiece.parser()).getData().toStringUtf8()).isEqualTo("right");
    assertThat(master.pages().show(order).end().getCode()).isEqualTo(Status.Code.CANCELLED);
    page.completes();
    assertThat(rest(call)).isEmpty();
    assertThat(page.end().isOk()).isTrue();
  }

  @Test
  void soManyAtOnceAndNoMoreUntilSomeLeave() {
    List<ControlClient.Call> calls = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      calls.add(ofMaster());
      PageOrder _ = master.pages().next();
    }
    assertThatThrownBy(() -> rest(ofMaster())).hasMessageContaining("32 pages of Spark are on");

    calls.forEach(ControlClient.Call::close);
    PagePiece first =
        Eventually.get(
            () -> {
              try (ControlClient.Call call = ofMaster()) {
                Optional<PageOrder> order = master.pages().soon();
                order.ifPresent(asked ->
                    master.pages().show(asked).piece(ByteString.copyFromUtf8("again")).completes());
                return call.next(PagePiece.parser());
              } catch (ControlClient.Refused _) {
                return PagePiece.getDefaultInstance(); // None of those who leave has left yet.
              }
            },
            piece -> !piece.getData().isEmpty());
    assertThat(first.getData().toStringUtf8()).isEqualTo("again");
  }
}
