package dev.plumbline.jobs.mnist.net;

/**
 * How large the net is.
 *
 * @param channels of the first convolution, an even number
 * @param moreChannels of the second convolution
 * @param hidden outputs of the hidden layer
 */
public record Shape(int channels, int moreChannels, int hidden) {
  /** How many digits there are to tell apart. */
  public static final int CLASSES = 10;

  public Shape {
    if (channels < 2 || channels % 2 != 0 || moreChannels < 1 || hidden < 1) {
      throw new IllegalArgumentException(
          "channels must be even, and everything positive: %d, %d, %d"
              .formatted(channels, moreChannels, hidden));
    }
  }

  @Override
  public String toString() {
    return "conv5s2-%d, conv5s2-%d, fc%d, fc%d".formatted(channels, moreChannels, hidden, CLASSES);
  }
}
