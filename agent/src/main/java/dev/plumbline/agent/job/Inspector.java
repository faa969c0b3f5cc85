package dev.plumbline.agent.job;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.job.look.OpenMpi;
import dev.plumbline.agent.job.look.Remains;
import dev.plumbline.agent.job.mpi.Network;
import dev.plumbline.agent.job.order.Kind;
import dev.plumbline.agent.job.order.Order;
import dev.plumbline.agent.job.order.Work;
import dev.plumbline.agent.job.report.Inspection;
import dev.plumbline.agent.job.spark.MasterPage;
import dev.plumbline.agent.job.spark.Present;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.accounts.Accounts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks whether a job could start here. Nothing is changed; what is seen is not judged. */
final class Inspector {
  private static final int MOST_LEFT = 20;
  private final Site site;

  Inspector(Site site) {
    this.site = site;
  }

  /**
   * The first look of a token listens and tells values, the second reaches for the others.
   *
   * @param work of the job, if it has one
   * @param jobs the jobs that are here and go on
   */
  Inspection look(Order.Inspect order, String job, Optional<Work> work, Set<String> jobs)
      throws Failure, InterruptedException {
    int port = site.host().reach().listen(order.token());
    if (!order.reach().isEmpty()) {
      return new Inspection(
          order.token(),
          Map.of(),
          site.host()
              .reach()
              .reach(
                  order.token(),
                  order.reach().stream()
                      .filter(place -> !place.node().equals(site.node()))
                      .toList()),
          port);
    }
    Map<String, String> values = new TreeMap<>();
    machine(values);
    if (work.isPresent()) {
      ofJob(job, work.get(), values, jobs);
    }
    return new Inspection(order.token(), values, List.of(), port);
  }

  private void machine(Map<String, String> values) throws Failure {
    Path meminfo = Path.of("/proc/meminfo");
    try {
      for (String line : Files.readAllLines(meminfo)) {
        if (line.startsWith("MemTotal:")) {
          values.put("memory.total", bytes(line));
        } else if (line.startsWith("MemAvailable:")) {
          values.put("memory.available", bytes(line));
        }
      }
    } catch (IOException e) {
      throw FileTrouble.of("read", meminfo, e);
    }
    try {
      values.put("disk.free", Long.toString(Files.getFileStore(site.jobs()).getUsableSpace()));
    } catch (IOException e) {
      throw FileTrouble.of("read the free space of", site.jobs(), e);
    }
  }

  /** Of a line such as {@code MemTotal: 24684084 kB}. */
  private static String bytes(String line) {
    return Long.toString(Long.parseLong(line.replaceAll("\\D", "")) * 1024);
  }

  private void ofJob(String job, Work work, Map<String, String> values, Set<String> jobs)
      throws Failure {
    Optional<Accounts.User> user =
        site.host().accounts().users().stream()
            .filter(each -> each.name().equals(work.user()))
            .findFirst();
    values.put("user.uid", user.map(each -> Long.toString(each.uid())).orElse(""));
    values.put("user.gid", user.map(each -> Long.toString(each.gid())).orElse(""));
    program(job, work, values);
    values.put("network.address", address(work));
    if (work.kind() == Kind.MPI) {
      values.put("mpi.version", site.host().mpi().version());
      values.put(
          "mpi.library", site.host().mpi().library("libmpi.so").map(Path::toString).orElse(""));
      values.put("launcher", work.mpi().ssh() ? "" : OpenMpi.launcher());
      values.put(
          "mpi.java",
          site.host().mpi().javaLibrary().isPresent()
              ? ""
              : "there is no libmpi_java.so: install the package libopenmpi3");
    }
    if (work.kind() == Kind.SPARK) {
      spark(values);
    }
    if (user.isPresent()) {
      values.put("leftovers", leftovers(job, user.get(), jobs));
    }
  }

  private void spark(Map<String, String> values) throws Failure {
    Optional<Present> here = site.host().spark().present();
    values.put("spark.parts", here.map(Present::parts).orElse(""));
    values.put("spark.user", here.map(Present::user).orElse(""));
    if (here.filter(Present::master).isPresent()) {
      try {
        values.put("spark.workers", String.join(" ", MasterPage.workers()));
        values.put("spark.master", "");
      } catch (Failure failure) {
        values.put("spark.master", failure.getMessage() + "; " + failure.remedy());
      }
    }
  }

  private void program(String job, Work work, Map<String, String> values) {
    if (work.java().isPresent() || work.spark().isPresent() || work.command().isEmpty()) {
      return;
    }
    String wanted = work.command().getFirst();
    Folder folder = site.folder(job);
    try {
      wanted = new Texts(work, folder, job).fill(wanted);
    } catch (Failure failure) {
      // Said when the job is prepared.
      values.put("program.wanted", wanted);
      values.put("program", "");
      return;
    }
    values.put("program.wanted", wanted);
    if (wanted.contains("/")) {
      Path path = folder.work().resolve(wanted);
      boolean ours = path.startsWith(folder.top());
      if (ours && !Files.isDirectory(folder.top())) {
        return; // Not prepared: nobody can say.
      }
      values.put("program", Files.isExecutable(path) ? path.toString() : "");
    } else {
      values.put("program", OpenMpi.program(wanted).map(Path::toString).orElse(""));
    }
  }

  /** The address of this node that the others use. */
  private String address(Work work) throws Failure {
    Optional<Network> network = Optional.empty();
    if (!work.network().isEmpty()) {
      network = Optional.of(Network.parse(work.network()));
    }
    Optional<InetAddress> own =
        work.place(site.node()).flatMap(place -> Network.address(place.address()));
    try {
      List<InetAddress> all =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .filter(each -> !each.isLoopbackAddress())
              .toList();
      if (network.isEmpty()) {
        return own.filter(all::contains).map(InetAddress::getHostAddress).orElse("");
      }
      return all.stream()
          .filter(network.get()::contains)
          .map(InetAddress::getHostAddress)
          .findFirst()
          .orElse("");
    } catch (SocketException e) {
      throw new Failure(
          "cannot list the NICs of this node: " + e.getMessage(),
          "look at it with 'ip address'",
          e);
    }
  }

  private String leftovers(String job, Accounts.User user, Set<String> jobs) throws Failure {
    List<String> left = new ArrayList<>();
    List<Remains.Left> processes = site.host().remains().processes(user.uid());
    for (Remains.Left process : processes) {
      if (!process.job().isEmpty() && !jobs.contains(process.job())) {
        left.add(process.toString());
      }
    }
    if (jobs.stream().allMatch(job::equals) && !Remains.launching(processes)) {
      site.host().remains().files(user.uid()).forEach(file -> left.add(file.toString()));
    }
    // It is for people, and whoever leaves files can leave any number of them.
    Stream<String> more =
        left.size() > MOST_LEFT
            ? Stream.of("and " + (left.size() - MOST_LEFT) + " more")
            : Stream.empty();
    return Stream.concat(left.stream().limit(MOST_LEFT), more).collect(Collectors.joining("\n"));
  }
}
