package dev.plumbline.jobs.mnist.net;

import java.util.Random;

/** The whole net, for one block of digits at a time. Not for use by two threads. */
public final class Network {
  private final Shape shape;
  private final PixelConvolution first;
  private final Convolution second;
  private final Dense hidden;
  private final Dense last;
  private final Layers weights;
  private final Layers gradients;

  /** [digit][input] of the hidden and of the last layer; a 1 behind the last input. */
  private final float[][] features;

  private final float[][] hiddenOut;
  private final float[][] gradientFeatures;
  private final float[][] gradientHidden;

  public Network(Shape shape) {
    this.shape = shape;
    Kernel kernel = new RowKernel();
    first = new PixelConvolution(shape.channels(), kernel);
    second = new Convolution(shape.channels(), shape.moreChannels(), kernel);
    int inputs = shape.moreChannels() * Convolution.PLACES * Convolution.PLACES;
    hidden = new Dense(inputs, shape.hidden(), kernel);
    last = new Dense(shape.hidden(), Shape.CLASSES, kernel);
    weights = new Layers(first.weights, second.weights, hidden.weights, last.weights);
    gradients = new Layers(first.gradient, second.gradient, hidden.gradient, last.gradient);
    features = inputsOf(hidden);
    hiddenOut = inputsOf(last);
    gradientFeatures = new float[second.out.length][second.out[0].length];
    gradientHidden = new float[Block.SIZE][shape.hidden()];
  }

  private static float[][] inputsOf(Dense layer) {
    float[][] inputs = new float[Block.SIZE][layer.weights[0].length];
    for (float[] row : inputs) {
      row[row.length - 1] = 1;
    }
    return inputs;
  }

  public Shape shape() {
    return shape;
  }

  /** How many weights there are, biases among them. */
  public int size() {
    return weights.size();
  }

  /** Draws weights to begin with; the same for the same seed. */
  public float[] initialWeights(long seed) {
    Random random = new Random(seed);
    for (float[][] rows :
        new float[][][] {first.weights, second.weights, hidden.weights, last.weights}) {
      InitialWeights.draw(rows, random);
    }
    float[] flat = new float[size()];
    weights.writeTo(flat);
    return flat;
  }

  /** Takes over weights, {@link #size} of them, layer by layer and row by row. */
  public void load(float[] flat) {
    weights.readFrom(flat);
    hidden.weightsChanged();
    last.weightsChanged();
  }

  /**
   * The probability of every class for every digit of the block.
   *
   * @return [digit][class]; overwritten by the next call
   */
  public float[][] classify(Block block) {
    first.forward(block);
    second.forward(first.out);
    Features.gather(second.out, features);
    hidden.forward(features);
    for (int i = 0; i < Block.SIZE; i++) {
      System.arraycopy(hidden.out[i], 0, hiddenOut[i], 0, hidden.out[i].length);
    }
    Rows.rectify(hiddenOut);
    last.forward(hiddenOut);
    for (float[] row : last.out) {
      Softmax.probabilities(row);
    }
    return last.out;
  }

  /** The index of the largest of some probabilities; the first of equal ones. */
  public static int best(float[] probabilities) {
    return Softmax.best(probabilities);
  }

  /**
   * Computes the loss of a block and its gradient.
   *
   * @param gradient receives the gradient of the sum of the losses, ordered like the weights
   */
  public BlockResult learn(Block block, float[] gradient) {
    float[][] out = classify(block);
    double loss = 0;
    int correct = 0;
    for (int i = 0; i < Block.SIZE; i++) {
      int label = block.labels[i];
      loss += Softmax.loss(out[i], label);
      correct += Softmax.best(out[i]) == label ? 1 : 0;
      out[i][label] -= 1;
    }
    backward(out);
    gradients.writeTo(gradient);
    return new BlockResult(loss, correct);
  }

  /**
   * @param slopes the gradient of the outputs before the softmax: probabilities minus truth
   */
  private void backward(float[][] slopes) {
    gradients.clear();
    last.backward(hiddenOut, slopes);
    for (int i = 0; i < Block.SIZE; i++) {
      System.arraycopy(last.gradientIn[i], 0, gradientHidden[i], 0, gradientHidden[i].length);
    }
    Rows.rectifyGradient(gradientHidden, hiddenOut);
    hidden.backward(features, gradientHidden);
    Features.spread(hidden.gradientIn, gradientFeatures);
    second.backward(gradientFeatures);
    first.backward(second.gradientIn);
  }
}
