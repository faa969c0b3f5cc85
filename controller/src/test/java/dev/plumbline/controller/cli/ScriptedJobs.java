package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.content.KeptContents;
import dev.plumbline.controller.client.ControllerException;
import dev.plumbline.controller.client.ControllerException.Reason;
import dev.plumbline.controller.client.job.Content;
import dev.plumbline.controller.client.job.JobEvent;
import dev.plumbline.controller.client.job.JobRecord;
import dev.plumbline.controller.client.job.JobsReport;
import dev.plumbline.controller.client.job.NodeReach;
import dev.plumbline.controller.client.job.PlacedFile;
import dev.plumbline.controller.client.job.RunRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The jobs of a {@link ScriptedController}; contents are kept as the real one keeps them. */
final class ScriptedJobs extends KeptContents {
  final List<JobEvent> events = new ArrayList<>();
  final List<NodeReach> reach = new ArrayList<>();
  final List<RunRequest> requests = new ArrayList<>();
  private final List<String> asked;
  JobsReport report = new JobsReport(List.of(), List.of());
  JobRecord record = JobScripts.SUCCEEDED;
  String refusal = "";

  /** After so many events the connection is lost, once; -1: never. */
  int losesAfter = -1;

  ScriptedJobs(List<String> asked) {
    this.asked = asked;
  }

  ScriptedJobs says(JobEvent... more) {
    events.addAll(List.of(more));
    return this;
  }

  /** Keeps the outputs of a record; each holds its own name. */
  void has(JobRecord kept) {
    record = kept;
    for (PlacedFile output : kept.outputs()) {
      contents.put(output.content().hash(), output.path().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public List<From> offer(List<Content> offered) {
    asked.add("offer " + offered.size());
    return super.offer(offered);
  }

  @Override
  public void run(RunRequest request, Consumer<JobEvent> hear) {
    requests.add(request);
    asked.add("run " + request.job().name());
    tell(events, hear);
  }

  @Override
  public void follow(long job, long logOffset, boolean wait, Consumer<JobEvent> hear) {
    asked.add("follow " + job + " from " + logOffset + (wait ? ", wait" : ""));
    tell(
        events.stream()
            .filter(event ->
                !(event instanceof JobEvent.Output output)
                    || output.line().nextOffset() > logOffset)
            .toList(),
        hear);
  }

  private void tell(List<JobEvent> all, Consumer<JobEvent> hear) {
    for (JobEvent event : all) {
      if (losesAfter == 0) {
        losesAfter = -1;
        throw new ControllerException(Reason.LOST, "the controller went away", "");
      }
      losesAfter--;
      hear.accept(event);
    }
  }

  @Override
  public void list(boolean watch, int limit, Consumer<JobsReport> reports) {
    reports.accept(report);
  }

  @Override
  public JobRecord get(long job) {
    return record;
  }

  @Override
  public String cancel(long job) {
    asked.add("cancel " + job);
    return refusal;
  }

  @Override
  public String dump(long job) {
    asked.add("dump " + job);
    return refusal;
  }

  @Override
  public String drain(String node, String reason) {
    asked.add("drain " + node + ": " + reason);
    return refusal;
  }

  @Override
  public String resume(String node) {
    asked.add("resume " + node);
    return refusal;
  }

  @Override
  public List<NodeReach> checkNetwork(List<String> limit, String network) {
    return reach;
  }
}
