package dev.plumbline.lab.kinds;

import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.node.LabNode;
import dev.plumbline.resources.host.reachability.Reachability;
import java.util.Optional;

/** What a node reaches. */
record NodeReachability(LabNode node) implements Reachability {
  @Override
  public Optional<String> obstacle(String host, int port) {
    Finished tried = node.exec("timeout 5 bash -c '</dev/tcp/" + host + "/" + port + "' 2>&1");
    return tried.ok() ? Optional.empty() : Optional.of(reason(tried));
  }

  private static String reason(Finished tried) {
    return tried.out().contains("refused") ? "connection refused" : "no answer within 5 s";
  }
}
