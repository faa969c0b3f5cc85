package dev.plumbline.controller.cli.json;

import dev.plumbline.controller.cli.content.Download;
import dev.plumbline.controller.client.job.AskedJob;
import dev.plumbline.controller.client.job.JobLine;
import dev.plumbline.controller.client.job.JobProblem;
import dev.plumbline.controller.client.job.JobRecord;
import dev.plumbline.controller.client.job.JobState;
import dev.plumbline.controller.client.job.JobsReport;
import dev.plumbline.controller.client.job.NodeReach;
import dev.plumbline.controller.client.job.PlacedFile;
import java.util.List;
import java.util.Optional;

/** Jobs, their lines, and the network. */
public final class JobJson {
  private JobJson() {}

  /**
   * A run that was followed.
   *
   * @param job 0: it never had a number
   */
  public static Json run(
      long job, Optional<JobRecord> record, List<JobProblem> problems, int exitCode) {
    Json json = record.map(JobJson::of).orElseGet(() -> new Json().put("job", job));
    return json.put("exit_code", exitCode).put("problems", problems, JobJson::problem);
  }

  private static Json problem(JobProblem problem) {
    return new Json().put("message", problem.message()).put("remedy", problem.remedy());
  }

  public static Json report(JobsReport report) {
    return new Json()
        .put("jobs", report.jobs(), JobJson::of)
        .put(
            "drained",
            report.drained(),
            node ->
                new Json()
                    .put("node", node.node())
                    .put("reason", node.reason())
                    .put("user", node.user())
                    .put("since", Optional.of(node.since())));
  }

  /** Everything about one job. */
  public static Json of(JobRecord job) {
    AskedJob asked = job.asked();
    Json json =
        new Json()
            .put("job", job.id())
            .put("name", asked.name())
            .put("kind", asked.kind().word())
            .put("source", asked.source())
            .put("user", job.user())
            .put("runs_as", asked.user())
            .put("state", job.state().phase().word())
            .put("cause", job.cause())
            .put("states", job.states(), JobJson::state)
            .put("ranks", job.ranks())
            .put("nodes", job.places(), place -> node(job, place))
            .put("generation", job.generation())
            .put("drifted", job.drifted())
            .put("inputs", asked.inputs(), JobJson::input)
            .put("outputs", job.outputs(), JobJson::file)
            .put("bytes_sent", job.bytesSent())
            .put("log_bytes", job.logSize());
    if (job.isOver()) {
      json.put("exit_code", job.exitCode());
    } else {
      json.putOrNull("exit_code", null);
    }
    job.exit().ifPresent(exit -> json.put("exit", exit(exit)));
    return json;
  }

  private static Json state(JobState state) {
    return new Json()
        .put("state", state.phase().word())
        .put("why", state.why())
        .put("at", Optional.of(state.at()));
  }

  private static Json node(JobRecord job, JobRecord.Place place) {
    Json json =
        new Json()
            .put("node", place.node())
            .put("address", place.address())
            .put("slots", place.slots())
            .put("ranks", place.ranks());
    JobRecord.Usage usage = job.usage().get(place.node());
    return usage == null
        ? json
        : json.put("cpu_ms", usage.cpuMs()).put("memory_peak", usage.memoryPeak());
  }

  private static Json exit(JobRecord.Exit exit) {
    Json json =
        new Json()
            .put("code", exit.code())
            .put("cause", exit.cause())
            .put("last_lines", exit.lastLines());
    exit.rank().ifPresent(rank -> json.put("rank", rank));
    return json;
  }

  private static Json input(AskedJob.Input input) {
    return new Json()
        .put("name", input.name())
        .put("folder", input.folder())
        .put("files", input.files(), JobJson::file);
  }

  private static Json file(PlacedFile file) {
    return new Json()
        .put("path", file.path())
        .put("size", file.content().size())
        .put("sha256", file.content().hash())
        .put("executable", file.executable());
  }

  /** A line of a job's log. */
  public static Json line(JobLine line) {
    Json json = new Json().put("node", line.node()).put("error", line.error());
    return (line.rank() < 0 ? json.putOrNull("rank", null) : json.put("rank", line.rank()))
        .put("text", line.text());
  }

  public static Json fetched(long job, String to, List<Download.Fetched> files) {
    return new Json()
        .put("job", job)
        .put("to", to)
        .put("files", files, file -> file(file.file()).put("fetched", file.fetched()));
  }

  /** Which nodes reach which. */
  public static Json reach(List<NodeReach> nodes) {
    return new Json()
        .put(
            "nodes",
            nodes,
            node ->
                new Json()
                    .put("node", node.node())
                    .put("failure", node.failure())
                    .put("reached", node.reached(), JobJson::reached));
  }

  private static Json reached(NodeReach.Reached reached) {
    return new Json()
        .put("node", reached.node())
        .put("failure", reached.failure())
        .put("mtu", reached.mtu());
  }
}
