package dev.plumbline.controller.cli;

/** Numbers of jobs. */
final class JobIds {
  /** The newest job. */
  static final long NEWEST = 0;

  private JobIds() {}

  /** The job that is named, else the newest. */
  static long of(Invocation invocation) {
    return invocation.arguments().operand(0).map(JobIds::parse).orElse(NEWEST);
  }

  static long parse(String text) {
    if (!text.matches("[1-9]\\d{0,17}")) {
      throw Trouble.of("'" + text + "' is not the number of a job", "'plumb jobs' lists them");
    }
    return Long.parseLong(text);
  }
}
