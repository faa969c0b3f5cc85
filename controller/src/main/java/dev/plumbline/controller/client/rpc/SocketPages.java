package dev.plumbline.controller.client.rpc;

import dev.plumbline.controller.client.page.Pages;
import dev.plumbline.proto.v1.PageCommand;
import dev.plumbline.proto.v1.PageOwner;
import dev.plumbline.proto.v1.PagePiece;
import dev.plumbline.proto.v1.PageRequest;
import dev.plumbline.proto.v1.PagesFound;
import dev.plumbline.proto.v1.PagesQuery;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/** Pages that the controller behind a control socket reaches. */
final class SocketPages implements Pages {
  private final ControlSocket socket;

  SocketPages(ControlSocket socket) {
    this.socket = socket;
  }

  @Override
  public Found find(long job) {
    PagesFound found =
        socket.call("FindPages", PagesQuery.newBuilder().setJob(job).build(), PagesFound.parser());
    return new Found(
        found.getMaster(),
        found.getJob() == 0
            ? Optional.empty()
            : Optional.of(new Driver(found.getJob(), found.getHead())));
  }

  @Override
  public void get(Owner owner, Request request, Consumer<ByteBuffer> pieces) {
    PageCommand command =
        PageCommand.newBuilder()
            .setOwner(
                switch (owner) {
                  case Owner.Master master -> PageOwner.newBuilder().setNode(master.node());
                  case Owner.OfJob driver -> PageOwner.newBuilder().setJob(driver.job());
                })
            .setRequest(
                PageRequest.newBuilder()
                    .setHead(request.head())
                    .setTarget(request.target())
                    .setHost(request.host())
                    .setAccept(request.accept())
                    .setAcceptEncoding(request.encoding()))
            .build();
    socket.stream(
        "GetPage",
        command,
        PagePiece.parser(),
        piece -> pieces.accept(piece.getData().asReadOnlyByteBuffer()));
  }
}
