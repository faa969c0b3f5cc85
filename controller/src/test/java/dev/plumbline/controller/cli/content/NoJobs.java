package dev.plumbline.controller.cli.content;

import dev.plumbline.controller.client.job.Content;
import dev.plumbline.controller.client.job.JobEvent;
import dev.plumbline.controller.client.job.JobRecord;
import dev.plumbline.controller.client.job.Jobs;
import dev.plumbline.controller.client.job.JobsReport;
import dev.plumbline.controller.client.job.NodeReach;
import dev.plumbline.controller.client.job.RunRequest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/** Answers nothing; a fake says what it knows. */
class NoJobs implements Jobs {
  @Override
  public List<From> offer(List<Content> contents) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void put(List<Piece> pieces) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void get(String hash, Consumer<ByteBuffer> pieces) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void run(RunRequest request, Consumer<JobEvent> events) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void follow(long job, long logOffset, boolean wait, Consumer<JobEvent> events) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void list(boolean watch, int limit, Consumer<JobsReport> reports) {
    throw new UnsupportedOperationException();
  }

  @Override
  public JobRecord get(long job) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String cancel(long job) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String dump(long job) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String drain(String node, String reason) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String resume(String node) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<NodeReach> checkNetwork(List<String> limit, String network) {
    throw new UnsupportedOperationException();
  }
}
