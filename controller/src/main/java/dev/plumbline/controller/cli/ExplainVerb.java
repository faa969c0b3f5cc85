package dev.plumbline.controller.cli;

final class ExplainVerb implements Verb {
  @Override
  public int run(Invocation invocation) {
    return ExitCode.ERROR;
  }
}
