package dev.plumbline.jobs.mnist.report;

import dev.plumbline.jobs.mnist.net.Network;
import dev.plumbline.jobs.mnist.net.Shape;
import dev.plumbline.jobs.mnist.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A trained net in a file: the eight bytes {@code PLUMBNET}, three ints (channels of the first and
 * of the second convolution, hidden outputs), then all weights as floats. Big-endian throughout.
 */
public final class ModelFile {
  private static final long MAGIC = 0x504c_554d_424e_4554L;
  private static final int HEADER = Long.BYTES + 3 * Integer.BYTES;

  private ModelFile() {}

  public static void write(Path file, Shape shape, float[] weights) {
    ByteBuffer bytes = ByteBuffer.allocate(HEADER + weights.length * Float.BYTES);
    bytes.putLong(MAGIC);
    bytes.putInt(shape.channels()).putInt(shape.moreChannels()).putInt(shape.hidden());
    bytes.asFloatBuffer().put(weights);
    try {
      Files.write(file, bytes.array());
    } catch (IOException e) {
      throw Problem.cannotWrite(file, e);
    }
  }

  /** Reads a net that {@link #write} wrote. */
  public static Network read(Path file) {
    ByteBuffer bytes;
    try {
      bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    } catch (IOException e) {
      throw Problem.cannotRead(file, e);
    }
    if (bytes.remaining() < HEADER || bytes.getLong() != MAGIC) {
      throw new Problem(file + " is no model of this program");
    }
    Network network = new Network(new Shape(bytes.getInt(), bytes.getInt(), bytes.getInt()));
    if (bytes.remaining() != network.size() * Float.BYTES) {
      throw new Problem(
          "%s should hold %,d weights for a net %s and holds %,d bytes for them; copy it again"
              .formatted(file, network.size(), network.shape(), bytes.remaining()));
    }
    float[] weights = new float[network.size()];
    bytes.asFloatBuffer().get(weights);
    network.load(weights);
    return network;
  }
}
