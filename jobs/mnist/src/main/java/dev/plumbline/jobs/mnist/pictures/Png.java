package dev.plumbline.jobs.mnist.pictures;

import dev.plumbline.jobs.mnist.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes a canvas as PNG (ISO/IEC 15948): eight bits of red, green and blue, no filter. */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private Png() {}

  static void write(Canvas canvas, Path file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(SIGNATURE);
      chunk(out, "IHDR", header(canvas));
      chunk(out, "IDAT", pixels(canvas));
      chunk(out, "IEND", new byte[0]);
      Files.write(file, bytes.toByteArray());
    } catch (IOException e) {
      throw Problem.cannotWrite(file, e);
    }
  }

  private static byte[] header(Canvas canvas) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(canvas.width);
    out.writeInt(canvas.height);
    // Bit depth 8, colour type 2 (RGB), the one compression, the one filter method, not interlaced.
    out.write(new byte[] {8, 2, 0, 0, 0});
    return bytes.toByteArray();
  }

  private static byte[] pixels(Canvas canvas) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      byte[] row = new byte[1 + 3 * canvas.width];
      for (int y = 0; y < canvas.height; y++) {
        for (int x = 0; x < canvas.width; x++) {
          int colour = canvas.pixel(x, y);
          row[3 * x + 1] = (byte) (colour >> 16);
          row[3 * x + 2] = (byte) (colour >> 8);
          row[3 * x + 3] = (byte) colour;
        }
        out.write(row);
      }
    }
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }
}
