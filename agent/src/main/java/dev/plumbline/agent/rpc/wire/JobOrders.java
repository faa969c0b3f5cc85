package dev.plumbline.agent.rpc.wire;

import dev.plumbline.agent.job.order.Content;
import dev.plumbline.agent.job.order.Exit;
import dev.plumbline.agent.job.order.Input;
import dev.plumbline.agent.job.order.Java;
import dev.plumbline.agent.job.order.Kind;
import dev.plumbline.agent.job.order.Mpi;
import dev.plumbline.agent.job.order.Order;
import dev.plumbline.agent.job.order.Place;
import dev.plumbline.agent.job.order.Placed;
import dev.plumbline.agent.job.order.Work;
import dev.plumbline.proto.v1.Job;
import dev.plumbline.proto.v1.JobExit;
import dev.plumbline.proto.v1.JobInspect;
import dev.plumbline.proto.v1.JobOrder;
import dev.plumbline.proto.v1.JobPlace;
import dev.plumbline.proto.v1.JobSignal;
import dev.plumbline.proto.v1.JobTicket;
import dev.plumbline.proto.v1.PlacedFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Orders of jobs that come. */
public final class JobOrders {
  private JobOrders() {}

  /**
   * The order that a message is; empty if this agent does not know it.
   *
   * @throws IllegalArgumentException if it makes no sense
   */
  public static Optional<Order> read(JobOrder order) {
    return switch (order.getOrderCase()) {
      case PREPARE ->
          Optional.of(
              new Order.Prepare(
                  work(order.getPrepare().getJob(), order.getPrepare().getPlacesList())));
      case INSPECT -> Optional.of(inspect(order.getInspect()));
      case START ->
          Optional.of(
              new Order.Start(
                  new Order.Secrets(order.getStart().getSecretsMap()),
                  order.getStart().getGeneration()));
      case TICKET -> Optional.of(ticket(order.getTicket()));
      case ORTED ->
          Optional.of(
              new Order.StartOrted(
                  order.getOrted().getRelay(), order.getOrted().getArgumentsList()));
      case ORTED_ENDED ->
          Optional.of(
              new Order.OrtedEnded(
                  order.getOrtedEnded().getRelay(), exit(order.getOrtedEnded().getExit())));
      case SIGNAL -> signal(order.getSignal());
      case COLLECT ->
          Optional.of(
              new Order.Collect(
                  order.getCollect().getRequiredList(), order.getCollect().getOptionalList()));
      case END -> Optional.of(new Order.End());
      case FORGET -> Optional.of(new Order.Forget());
      case KEPT -> Optional.of(new Order.Kept(order.getKept().getLogOffset()));
      case ORDER_NOT_SET -> Optional.empty();
    };
  }

  private static Order inspect(JobInspect order) {
    return new Order.Inspect(
        order.getToken(),
        places(order.getReachList()),
        order.hasJob()
            ? Optional.of(work(order.getJob(), order.getPlacesList()))
            : Optional.empty());
  }

  private static Order ticket(JobTicket ticket) {
    return new Order.Ticket(
        ticket.getHead(),
        ticket.getHeadAddress(),
        Duration.ofMillis(ticket.getExpiresMs()),
        new Order.Secrets(ticket.getSecretsMap()),
        ticket.getGeneration());
  }

  private static Optional<Order> signal(JobSignal signal) {
    return switch (signal.getSignal()) {
      case TERM -> Optional.of(new Order.Signal(Order.Signal.Kind.TERM));
      case KILL -> Optional.of(new Order.Signal(Order.Signal.Kind.KILL));
      case QUIT -> Optional.of(new Order.Signal(Order.Signal.Kind.QUIT));
      case UNRECOGNIZED -> Optional.empty();
    };
  }

  private static Exit exit(JobExit exit) {
    return new Exit(
        exit.getCode(),
        exit.getCause(),
        exit.getLastLines(),
        exit.getHasRank() ? OptionalInt.of(exit.getRank()) : OptionalInt.empty(),
        switch (exit.getBlame()) {
          case LAUNCHER -> Exit.Blame.LAUNCHER;
          case NODE -> Exit.Blame.NODE;
          case PROGRAM, UNRECOGNIZED -> Exit.Blame.PROGRAM;
        });
  }

  private static Work work(Job job, List<JobPlace> places) {
    return new Work(
        job.getName(),
        switch (job.getKind()) {
          case COMMAND -> Kind.COMMAND;
          case MPI -> Kind.MPI;
          case SPARK -> Kind.SPARK;
          case UNRECOGNIZED ->
              throw new IllegalArgumentException("a job of a kind that this agent does not know");
        },
        job.getRanks(),
        places(places),
        job.getCommandList(),
        job.getInputsList().stream()
            .map(input ->
                new Input(input.getName(), input.getFolder(), placed(input.getFilesList())))
            .toList(),
        job.getEnvMap(),
        job.getMemoryPerRank(),
        new Mpi(job.getMpi().getSsh(), job.getMpi().getOversubscribe(), job.getMpi().getMcaMap()),
        job.getUser(),
        job.getNetwork(),
        job.hasJava() ? Optional.of(java(job.getJava())) : Optional.empty());
  }

  private static Java java(dev.plumbline.proto.v1.Java java) {
    return new Java(
        java.getMainClass(),
        placed(java.getClassPathList()),
        placed(java.getRuntime()),
        java.getOptionsList());
  }

  private static List<Place> places(List<JobPlace> places) {
    return places.stream()
        .map(place ->
            new Place(
                place.getNode(),
                place.getAddress(),
                place.getSlots(),
                place.getRanks(),
                place.getPort()))
        .toList();
  }

  private static List<Placed> placed(List<PlacedFile> files) {
    return files.stream().map(JobOrders::placed).toList();
  }

  private static Placed placed(PlacedFile file) {
    return new Placed(
        file.getPath(),
        new Content(file.getContent().getHash(), file.getContent().getSize()),
        file.getExecutable());
  }
}
