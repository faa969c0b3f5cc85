package dev.plumbline.controller.cli.forward;

import dev.plumbline.controller.client.page.Pages;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** How pages come here. */
@FunctionalInterface
public interface Way {
  /**
   * Hands over the HTTP answer of a page, piece by piece.
   *
   * @throws dev.plumbline.controller.client.ControllerException if there is none
   */
  void get(Pages.Owner owner, Pages.Request request, Consumer<ByteBuffer> pieces);
}
