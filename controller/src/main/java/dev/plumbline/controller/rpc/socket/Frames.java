package dev.plumbline.controller.rpc.socket;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads and writes the frames of the control socket. */
public final class Frames {
  /** No message is longer, in bytes. */
  public static final int LONGEST = 256 << 20;

  private static final int MAGIC = 0x504C4231; // "PLB1"
  private static final int MESSAGE = 0;
  private static final int END = 1;

  private Frames() {}

  /** What a caller asks. */
  public record Request(String method, ByteString message) {}

  /** What a server answers. */
  public sealed interface Answer {
    record Message(ByteString bytes) implements Answer {}

    /**
     * The last frame of a call.
     *
     * @param code a gRPC status code; 0 is success
     * @param description one line for a person; empty on success
     */
    record End(int code, String description) implements Answer {}
  }

  public static void writeRequest(DataOutputStream out, Request request) throws IOException {
    out.writeInt(MAGIC);
    out.writeUTF(request.method());
    out.writeInt(request.message().size());
    request.message().writeTo(out);
    out.flush();
  }

  /**
   * Reads what a caller asks.
   *
   * @throws IOException if the other side does not speak this protocol
   */
  public static Request readRequest(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("the caller does not speak the protocol of this build");
    }
    return new Request(in.readUTF(), bytes(in));
  }

  /** Writes one answer; the caller flushes. */
  public static void writeAnswer(DataOutputStream out, Answer answer) throws IOException {
    switch (answer) {
      case Answer.Message message -> {
        out.writeByte(MESSAGE);
        out.writeInt(message.bytes().size());
        message.bytes().writeTo(out);
      }
      case Answer.End end -> {
        byte[] description = end.description().getBytes(StandardCharsets.UTF_8);
        out.writeByte(END);
        out.writeInt(1 + description.length);
        out.writeByte(end.code());
        out.write(description);
      }
    }
  }

  /**
   * Reads one answer.
   *
   * @throws EOFException if the server went away before it ended the call
   */
  public static Answer readAnswer(DataInputStream in) throws IOException {
    int type = in.readUnsignedByte();
    ByteString bytes = bytes(in);
    if (type == MESSAGE) {
      return new Answer.Message(bytes);
    }
    if (type != END || bytes.isEmpty()) {
      throw new IOException("frame of unknown type " + type);
    }
    return new Answer.End(bytes.byteAt(0), bytes.substring(1).toStringUtf8());
  }

  private static ByteString bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST) {
      throw new IOException("frame of " + length + " bytes");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the other side went away within a frame");
    }
    return UnsafeByteOperations.unsafeWrap(bytes);
  }
}
