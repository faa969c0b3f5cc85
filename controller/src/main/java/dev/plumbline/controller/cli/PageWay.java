package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.forward.Way;
import dev.plumbline.controller.client.Controller;
import dev.plumbline.controller.client.ControllerException;
import dev.plumbline.controller.client.page.Pages;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Pages through the controller; one that has ended meanwhile is started anew. */
final class PageWay implements Way {
  private final Invocation invocation;
  private Controller controller;

  PageWay(Invocation invocation) {
    this.invocation = invocation;
    this.controller = invocation.controller();
  }

  Pages.Found find(long job) {
    return current().pages().find(job);
  }

  @Override
  public void get(Pages.Owner owner, Pages.Request request, Consumer<ByteBuffer> pieces) {
    try {
      current().pages().get(owner, request, pieces);
    } catch (ControllerException e) {
      if (e.reason() != ControllerException.Reason.ABSENT) {
        throw e;
      }
      Pages fresh = again().pages();
      Pages.Found _ = fresh.find(JobIds.NEWEST); // Waits until the agents are back.
      fresh.get(owner, request, pieces);
    }
  }

  private synchronized Controller current() {
    return controller;
  }

  private synchronized Controller again() {
    try {
      controller = invocation.controller();
      return controller;
    } catch (Trouble e) {
      throw new ControllerException(
          ControllerException.Reason.ABSENT, String.join("; ", e.lines()), "");
    }
  }
}
