package dev.plumbline.agent.rpc;

import dev.plumbline.agent.page.Pages;
import dev.plumbline.agent.page.Question;
import dev.plumbline.proto.v1.AgentsGrpc;
import dev.plumbline.proto.v1.PageOrder;
import dev.plumbline.proto.v1.PageRequest;
import dev.plumbline.resources.Failure;
import io.grpc.Channel;
import java.util.Optional;

/** Carries pages over the connection of the session; what is under way when it is lost is lost. */
public final class PageCourier {
  private final Pages pages;
  private volatile Optional<Channel> channel = Optional.empty();

  public PageCourier(Pages pages) {
    this.pages = pages;
  }

  void open(Channel fresh) {
    channel = Optional.of(fresh);
  }

  void close() {
    channel = Optional.empty();
  }

  /** Begins to answer; never waits. */
  void order(PageOrder order) {
    channel.ifPresent(open ->
        Thread.ofVirtual().name("page " + order.getRequest()).start(() -> show(order, open)));
  }

  private void show(PageOrder order, Channel open) {
    PageShow show = new PageShow(AgentsGrpc.newStub(open), order.getRequest());
    try {
      Optional<String> job =
          order.getJob() == 0
              ? Optional.empty()
              : Optional.of(Long.toUnsignedString(order.getJob()));
      pages.ask(job, question(order.getPage()), show);
      show.complete();
    } catch (Failure failure) {
      show.fail(failure.getMessage() + "; " + failure.remedy());
    } catch (IllegalArgumentException e) {
      show.fail(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Question question(PageRequest page) {
    return new Question(
        page.getHead(),
        page.getTarget(),
        page.getHost(),
        page.getAccept(),
        page.getAcceptEncoding());
  }
}
