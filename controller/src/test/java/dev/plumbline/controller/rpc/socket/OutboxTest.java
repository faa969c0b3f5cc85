package dev.plumbline.controller.rpc.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final Outbox outbox = new Outbox(10);

  @Test
  void whatWasAddedBeforeTheEndIsWrittenInOrderAndNothingAfterIt()
      throws IOException, InterruptedException {
    outbox.add(message(1));
    outbox.add(message(2, 3));
    outbox.add(new Frames.Answer.End(5, "gone"));
    outbox.add(message(4));
    ByteArrayOutputStream written = new ByteArrayOutputStream();

    outbox.drain(new DataOutputStream(written));

    DataInputStream in = new DataInputStream(new ByteArrayInputStream(written.toByteArray()));
    assertThat(Frames.readAnswer(in)).isEqualTo(message(1));
    assertThat(Frames.readAnswer(in)).isEqualTo(message(2, 3));
    assertThat(Frames.readAnswer(in)).isEqualTo(new Frames.Answer.End(5, "gone"));
    assertThat(in.available()).isZero();
  }

  @Test
  void aCallerThatDoesNotReadIsGivenUpAtTheLimit() {
    assertThat(outbox.add(new Frames.Answer.Message(ByteString.copyFrom(new byte[10])))).isTrue();
    assertThat(outbox.add(new Frames.Answer.Message(ByteString.copyFrom(new byte[1])))).isFalse();
  }

  private static Frames.Answer message(int... bytes) {
    ByteString.Output out = ByteString.newOutput();
    for (int b : bytes) {
      out.write(b);
    }
    return new Frames.Answer.Message(out.toByteString());
  }
}
