package dev.plumbline.controller.job;

/** Reads what the controller needs of a job that was kept. */
@FunctionalInterface
public interface JobReader {
  JobSpec read(JobMessage message);
}
