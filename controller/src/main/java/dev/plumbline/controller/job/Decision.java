package dev.plumbline.controller.job;

import java.util.List;

/**
 * What becomes of a job, and what to do.
 *
 * @param job as it is from now on; the steps are for when the disk has it
 */
public record Decision(JobRecord job, List<Step> steps) {
  public Decision {
    steps = List.copyOf(steps);
  }

  static Decision wait(JobView view) {
    return new Decision(view.job(), List.of());
  }

  static Decision of(JobView view, List<Step> steps) {
    return new Decision(view.job(), steps);
  }

  static Decision become(JobRecord job) {
    return new Decision(job, List.of());
  }

  static Decision end(JobView view, Verdict verdict) {
    JobRecord job = view.job();
    boolean again = !job.phase().isStarted() && verdict.isWorthAnotherTry(job);
    return become(again ? job.again(verdict.why(), view.now()) : job.end(verdict, view.now()));
  }
}
