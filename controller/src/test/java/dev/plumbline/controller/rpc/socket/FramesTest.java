package dev.plumbline.controller.rpc.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FramesTest {
  @Test
  void aRequestIsReadAsItWasWritten() throws IOException {
    Frames.Request read =
        Frames.readRequest(stream(written(new Frames.Request("Plan", ByteString.fromHex("0102")))));
    assertThat(read.method()).isEqualTo("Plan");
    assertThat(read.message()).isEqualTo(ByteString.fromHex("0102"));
  }

  @Test
  void anotherProtocolIsNotRead() {
    byte[] http = "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> Frames.readRequest(stream(http)))
        .hasMessageContaining("does not speak the protocol");
  }

  @Test
  void halfARequestIsNoRequest() throws IOException {
    byte[] whole = written(new Frames.Request("Plan", ByteString.copyFrom(new byte[20])));
    assertThatThrownBy(() -> Frames.readRequest(stream(Arrays.copyOf(whole, whole.length - 5))))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void aLengthBeyondReasonIsRefusedBeforeMemoryIsTakenForIt() {
    assertThatThrownBy(() -> Frames.readAnswer(stream(new byte[] {0, 0x7f, -1, -1, -1})))
        .hasMessageContaining("2147483647 bytes");
    assertThatThrownBy(() -> Frames.readAnswer(stream(new byte[] {0, -1, -1, -1, -1})))
        .hasMessageContaining("-1 bytes");
  }

  private static byte[] written(Frames.Request request) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Frames.writeRequest(new DataOutputStream(bytes), request);
    return bytes.toByteArray();
  }

  private static DataInputStream stream(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
