package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.screen.Screen;
import dev.plumbline.controller.client.Controller;
import dev.plumbline.controller.client.ControllerException;
import dev.plumbline.controller.client.Enrollment;
import dev.plumbline.controller.contact.AgentPackages;
import dev.plumbline.controller.contact.Authority;
import dev.plumbline.controller.contact.ContactException;
import dev.plumbline.controller.contact.FirstContact;
import dev.plumbline.controller.contact.Target;
import dev.plumbline.controller.contact.Witness;
import dev.plumbline.inventory.Inventory;
import dev.plumbline.inventory.Node;
import dev.plumbline.inventory.connect.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** First contact on behalf of a command. */
final class Agents {
  private final Inventory inventory;
  private final FirstContact contact;

  Agents(Invocation invocation, Inventory inventory, Screen screen, Witness witness) {

    this.inventory = inventory;
    this.contact =
        new FirstContact(
            new AgentPackages(
                Path.of(System.getProperty("plumbline.home", "."), "agent/target/packages")),
            new TerminalQuestions(invocation, screen),
            invocation.surroundings().caller().environment(),
            witness);
  }

  /**
   * Installs the agent on some nodes.
   *
   * @return why it could not be done, by node
   */
  Map<String, ContactException> install(
      Controller controller, Enrollment enrollment, List<String> nodes) {
    try {
      return contact.install(targets(nodes), authority(controller, enrollment)).failures();
    } catch (IOException e) {
      throw cannotBegin(e);
    }
  }

  /** Removes the agent from some nodes. */
  Map<String, ContactException> remove(List<String> nodes) {
    try {
      return contact.remove(targets(nodes)).failures();
    } catch (IOException e) {
      throw cannotBegin(e);
    }
  }

  /** What agents wrote to their journals last, by node. */
  Map<String, String> journals(List<String> nodes) {
    try {
      return contact.journals(targets(nodes));
    } catch (IOException e) {
      throw cannotBegin(e);
    }
  }

  private static Trouble cannotBegin(IOException e) {
    return Trouble.of(
        "first contact could not begin: " + e.getMessage(),
        "check that OpenSSH's client is installed and that "
            + System.getProperty("java.io.tmpdir")
            + " can be written",
        e);
  }

  private List<Target> targets(List<String> nodes) {
    return nodes.stream()
        .map(name -> inventory.node(name).orElseThrow())
        .map(Agents::target)
        .toList();
  }

  private static Target target(Node node) {
    return new Target(node.name(), node.address().toString(), node.connect());
  }

  private Authority authority(Controller controller, Enrollment enrollment) {
    List<String> advertise = inventory.controller().advertise().stream().map(Host::text).toList();
    return new Authority() {
      @Override
      public String cluster() {
        return inventory.cluster();
      }

      @Override
      public String caCertificate() {
        return enrollment.caCertificate();
      }

      @Override
      public List<String> advertise() {
        return advertise;
      }

      @Override
      public int port() {
        return enrollment.port();
      }

      @Override
      public String sign(String node, String csr, String machineId) throws ContactException {
        try {
          return controller.signAgent(node, csr, machineId);
        } catch (ControllerException e) {
          throw ContactException.wrong(
              "the controller did not sign the agent's certificate: " + e.getMessage(), e.remedy());
        }
      }
    };
  }
}
