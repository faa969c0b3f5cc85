package dev.plumbline.agent.job.mpi;

import java.util.Map;
import java.util.TreeMap;

/** What ssh starts on a node instead of orted, so that ranks find the same round them. */
public final class SshLauncher {
  private SshLauncher() {}

  /**
   * A script for sh.
   *
   * @param environment without secrets: it is a file
   */
  public static String script(Map<String, String> environment) {
    StringBuilder script = new StringBuilder("#!/bin/sh\n");
    new TreeMap<>(environment)
        .forEach((name, value) ->
            script
                .append("export ")
                .append(name)
                .append("='")
                .append(value.replace("'", "'\\''"))
                .append("'\n"));
    return script.append("exec orted \"$@\"\n").toString();
  }
}
