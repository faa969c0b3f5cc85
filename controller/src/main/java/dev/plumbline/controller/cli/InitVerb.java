package dev.plumbline.controller.cli;

final class InitVerb implements Verb {
  @Override
  public int run(Invocation invocation) {
    return ExitCode.ERROR;
  }
}
