package dev.plumbline.controller.cli;

import dev.plumbline.controller.client.Controller;
import dev.plumbline.controller.client.ControllerException;
import dev.plumbline.controller.client.ControllerException.Reason;
import dev.plumbline.controller.client.Description;
import dev.plumbline.controller.client.Desired;
import dev.plumbline.controller.client.Enrollment;
import dev.plumbline.controller.client.HistoryEntry;
import dev.plumbline.controller.client.NodeFacts;
import dev.plumbline.controller.client.RunEvent;
import dev.plumbline.controller.client.Status;
import dev.plumbline.controller.client.job.Jobs;
import dev.plumbline.controller.client.page.Pages;
import dev.plumbline.inventory.input.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A controller that says what a test wrote down, and remembers what it was asked. */
final class ScriptedController implements Controller {
  final List<RunEvent> events = new ArrayList<>();
  final List<HistoryEntry> history = new ArrayList<>();
  final List<NodeFacts> facts = new ArrayList<>();
  final List<String> asked = new ArrayList<>();
  Set<String> connected = Set.of("master", "worker1", "worker2");
  Status status = new Status("beowulf", 0, "build b1, pid 4711, port 7433", List.of());
  String refusal = "";
  Optional<Desired> last = Optional.empty();
  final ScriptedPages pages = new ScriptedPages(asked);
  final ScriptedJobs jobs = new ScriptedJobs(asked);

  ScriptedController says(RunEvent... more) {
    events.addAll(List.of(more));
    return this;
  }

  @Override
  public Description describe() {
    return new Description("b1", "beowulf", 4711, 7433, false, kept());
  }

  private Description.Kept kept() {
    return last.map(desired ->
            new Description.Kept(
                desired.readings().stream().map(Reading::input).toList(), desired.names()))
        .orElse(Description.Kept.NOTHING);
  }

  @Override
  public Jobs jobs() {
    return jobs;
  }

  @Override
  public Pages pages() {
    return pages;
  }

  @Override
  public void plan(Desired desired, List<String> limit, Consumer<RunEvent> hear) {
    tell("plan " + desired.names() + " limit " + limit, hear);
  }

  @Override
  public void apply(
      Desired desired,
      List<String> limit,
      List<RunEvent.Failed> unreached,
      Consumer<RunEvent> hear) {
    last = Optional.of(desired);
    tell("apply " + desired.names() + " limit " + limit, hear);
  }

  @Override
  public boolean applyAgain(List<Reading> readings, Consumer<RunEvent> hear) {
    boolean same = last.filter(desired -> desired.readings().equals(readings)).isPresent();
    if (same && connected.containsAll(last.orElseThrow().names())) {
      tell("apply again", hear);
      return true;
    }
    return false;
  }

  @Override
  public void drift(List<String> limit, Consumer<RunEvent> hear) {
    tell("drift limit " + limit, hear);
  }

  private void tell(String what, Consumer<RunEvent> hear) {
    asked.add(what);
    if (!refusal.isEmpty()) {
      throw new ControllerException(Reason.REFUSED, refusal, "");
    }
    events.forEach(hear);
  }

  @Override
  public void status(boolean watch, Consumer<Status> reports) {
    reports.accept(status);
  }

  @Override
  public List<HistoryEntry> history(int limit) {
    asked.add("history " + limit);
    return history;
  }

  @Override
  public List<NodeFacts> facts(List<String> limit) {
    return facts;
  }

  @Override
  public Enrollment enroll(Desired desired) {
    return new Enrollment("CA", 7433, "", connected);
  }

  @Override
  public String signAgent(String node, String csr, String machineId) {
    asked.add("sign " + node);
    return "CERTIFICATE";
  }

  @Override
  public List<String> revoke(String node) {
    asked.add("revoke " + node);
    return List.of("1f");
  }

  @Override
  public String shutdown(boolean force) {
    return refusal;
  }
}
