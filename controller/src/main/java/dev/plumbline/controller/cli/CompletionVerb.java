package dev.plumbline.controller.cli;

final class CompletionVerb implements Verb {
  @Override
  public int run(Invocation invocation) {
    return ExitCode.ERROR;
  }
}
