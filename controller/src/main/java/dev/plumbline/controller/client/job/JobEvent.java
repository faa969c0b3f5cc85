package dev.plumbline.controller.client.job;

import java.util.List;

/** One thing about a job, in the order in which it happened. */
public sealed interface JobEvent {
  long job();

  record State(long job, JobState state) implements JobEvent {}

  /** How far the files of the job are on a node. */
  record Transfer(long job, String node, long done, long total) implements JobEvent {}

  record Output(long job, JobLine line) implements JobEvent {}

  /** Preflight found these; nothing was started. */
  record Refused(long job, List<JobProblem> problems) implements JobEvent {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  record Done(JobRecord record) implements JobEvent {
    @Override
    public long job() {
      return record.id();
    }
  }
}
