package dev.plumbline.resources.addresses;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.host.files.Files;
import dev.plumbline.resources.host.links.Link;
import dev.plumbline.resources.host.links.LinkAddress;
import dev.plumbline.resources.host.links.Links;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.units.UnitStatus;
import dev.plumbline.resources.host.units.Units;
import dev.plumbline.resources.ip.Cidr;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Makes an interface what it must be. */
final class AddressWriting {
  private static final Duration SETTLED = Duration.ofSeconds(10);
  private static final Duration GONE = Duration.ofSeconds(3);
  private static final int LOOKS = 5;
  private static final String LOOK = "look with 'networkctl status' and 'ip address' on the node";

  private final Files files;
  private final NetplanFiles netplan;
  private final Units units;
  private final Links links;
  private final Processes processes;
  private final Networkd networkd;
  private final Trial trial;
  private final Takeover takeover;
  private final Duplicates duplicates;

  AddressWriting(Files files, NetplanFiles netplan, Units units, Links links, Processes processes) {
    this.files = files;
    this.netplan = netplan;
    this.units = units;
    this.links = links;
    this.processes = processes;
    this.networkd = new Networkd(processes);
    this.trial = new Trial(files, processes);
    this.takeover = new Takeover(files);
    this.duplicates = new Duplicates(links, processes);
  }

  void apply(AddressSpec spec, AddressObservation observed, Progress progress) throws Failure {
    switch (spec.state()) {
      case PRESENT -> present(spec, observed, progress);
      case ABSENT -> absent(spec, observed);
    }
  }

  /** Whether netplan takes the files, and whether somebody has the addresses. */
  void probe(AddressSpec spec, AddressObservation observed, Progress progress) throws Failure {
    if (spec.state() == Presence.PRESENT) {
      List<NetplanFile> all = netplan.read();
      Map<Path, String> others = Takeover.texts(all, observed.claims());
      trial.check(spec.nic(), all, others, OwnFile.text(spec).orElseThrow());
      progress.now("asking on " + spec.nic() + " whether somebody has its addresses");
      duplicates.check(spec, observed);
    }
  }

  private void present(AddressSpec spec, AddressObservation observed, Progress progress)
      throws Failure {
    String nic = spec.nic();
    Map<Path, String> others = Takeover.texts(netplan.read(), observed.claims());
    String own = OwnFile.text(spec).orElseThrow();
    takeover.write(others);
    files.write(
        OwnFile.path(nic), own.getBytes(StandardCharsets.UTF_8), OwnFile.MODE, "root", "root");
    run("netplan", "generate");
    if (!observed.networkd().running()) {
      progress.now("starting systemd-networkd");
      if (observed.networkd().enablement() == UnitStatus.Enablement.DISABLED) {
        units.enable(AddressReading.NETWORKD);
      }
      units.start(AddressReading.NETWORKD);
    }
    progress.now("having networkd configure " + nic);
    networkd.reload();
    networkd.reconfigure(nic);
    settle(spec);
  }

  /** Waits until networkd has done what it does after it has answered. */
  private void settle(AddressSpec spec) throws Failure {
    if (links.await(spec.nic(), inARow(link -> isSettled(spec, link)), SETTLED)) {
      return;
    }
    Optional<Link> link = links.find(spec.nic());
    Optional<LinkAddress> duplicate =
        link.stream()
            .flatMap(there -> there.addresses().stream())
            .filter(each -> each.standing() == LinkAddress.Standing.DUPLICATE)
            .findFirst();
    if (duplicate.isPresent()) {
      throw new Failure(
          duplicate.get().cidr().address() + " belongs to another machine on " + spec.nic(),
          "give this node another address, or take it from that machine");
    }
    if (link.filter(there -> there.up() && !there.carrier()).isPresent()) {
      throw new Failure(
          spec.nic() + " has no carrier: nothing is at the other end, so it gets no address",
          "plug in the cable, or connect the adapter of the virtual machine");
    }
  }

  /** What holds at several looks, one after the other. */
  private static Predicate<Link> inARow(Predicate<Link> holds) {
    AtomicInteger times = new AtomicInteger();
    return link -> times.updateAndGet(before -> holds.test(link) ? before + 1 : 0) == LOOKS;
  }

  private static boolean isSettled(AddressSpec spec, Link link) {
    List<Cidr> used =
        link.addresses().stream()
            .filter(each -> each.standing() == LinkAddress.Standing.USED)
            .map(LinkAddress::cidr)
            .toList();
    return link.up() && used.containsAll(spec.addresses()) && AddressDiff.runs(spec, link);
  }

  private void absent(AddressSpec spec, AddressObservation observed) throws Failure {
    String nic = spec.nic();
    files.remove(OwnFile.path(nic));
    run("netplan", "generate");
    if (observed.link().isEmpty()) {
      return;
    }
    if (observed.networkd().running()) {
      networkd.reload();
    }
    if (!observed.claims().isEmpty()) {
      networkd.reconfigure(nic);
      links.await(nic, inARow(link -> AddressDiff.left(spec, link).isEmpty()), GONE);
      return;
    }
    links.await(nic, link -> AddressDiff.left(spec, link).isEmpty(), GONE);
    Optional<Link> link = links.find(nic);
    if (link.isPresent()) {
      for (Cidr left : AddressDiff.left(spec, link.get())) {
        run("ip", "address", "del", left.toString(), "dev", nic);
      }
    }
  }

  private void run(String... words) throws Failure {
    processes.mustRun(Command.of(words), LOOK);
  }
}
