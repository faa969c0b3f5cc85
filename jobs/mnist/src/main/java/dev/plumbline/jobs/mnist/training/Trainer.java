package dev.plumbline.jobs.mnist.training;

import dev.plumbline.jobs.mnist.data.Digits;
import dev.plumbline.jobs.mnist.net.Block;
import dev.plumbline.jobs.mnist.net.BlockResult;
import dev.plumbline.jobs.mnist.net.Network;
import dev.plumbline.jobs.mnist.problem.Problem;
import dev.plumbline.jobs.mnist.ranks.Communicator;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Trains a net on this rank's share of the digits, together with the other ranks. */
public final class Trainer {
  private final Plan plan;
  private final Communicator ranks;
  private final Network network;
  private final List<Stripe> stripes = new ArrayList<>();
  private final Block block = new Block();
  private final ExactSum sum;
  private final float[] weights;
  private final float[] gradient;
  private final Adam adam;
  private final Schedule schedule;
  private final int batches;

  /**
   * @param digits the share of this rank
   * @param total how many digits the training set has, on all ranks
   */
  public Trainer(Plan plan, Communicator ranks, Digits digits, int total) {
    this.plan = plan;
    this.ranks = ranks;
    batches = total / Share.BATCH;
    if (batches == 0) {
      throw new Problem(
          "%d digits are not enough to learn from; a batch has %d".formatted(total, Share.BATCH));
    }
    network = new Network(plan.shape());
    weights = network.initialWeights(plan.seed());
    gradient = new float[weights.length];
    sum = new ExactSum(weights.length);
    adam = new Adam(weights.length);
    schedule = new Schedule(plan.epochs() * batches, plan.rate());
    divide(digits, new Share(ranks.rank(), ranks.size()).stripes(), total / Share.STRIPES);
  }

  private void divide(Digits digits, List<Integer> numbers, int size) {
    for (int i = 0; i < numbers.size(); i++) {
      long seed = plan.seed() * Share.STRIPES + numbers.get(i);
      stripes.add(new Stripe(digits, i, numbers.size(), size, plan.move(), seed));
    }
  }

  /**
   * Trains.
   *
   * @param listener hears of every epoch when it is over
   * @return what it took on this rank
   * @throws Problem when the loss is no longer a number
   */
  public Effort train(String host, Consumer<EpochResult> listener) {
    Stopwatch watch = new Stopwatch();
    for (int epoch = 0; epoch < plan.epochs(); epoch++) {
      for (Stripe stripe : stripes) {
        stripe.begin(epoch);
      }
      double loss = 0;
      long correct = 0;
      for (int batch = 0; batch < batches; batch++) {
        BlockResult result = learn(batch, epoch * batches + batch, watch);
        loss += result.loss();
        correct += result.correct();
      }
      double seen = (double) batches * Share.BATCH;
      listener.accept(
          new EpochResult(epoch + 1, loss / seen, correct / seen, watch.seconds(), digest()));
    }
    Effort effort = watch.effort(host);
    network.load(weights);
    return effort;
  }

  private BlockResult learn(int batch, int step, Stopwatch watch) {
    network.load(weights);
    sum.clear();
    for (Stripe stripe : stripes) {
      stripe.fill(block, batch);
      BlockResult result = network.learn(block, gradient);
      if (!Double.isFinite(result.loss())) {
        throw new Problem(
            "the training diverged at step %d: the loss is no longer a number; take a smaller --rate"
                .formatted(step));
      }
      sum.add(gradient, result);
    }
    watch.communicate(() -> sum.reduce(ranks));
    sum.meanGradient(gradient);
    adam.step(weights, gradient, schedule.rate(step));
    return sum.result();
  }

  private String digest() {
    ByteBuffer bytes = ByteBuffer.allocate(weights.length * Float.BYTES);
    bytes.asFloatBuffer().put(weights);
    return Sha256.of(bytes.array());
  }

  /** The net as it is now. */
  public Network network() {
    return network;
  }

  /** The weights as they are now; a copy. */
  public float[] weights() {
    return weights.clone();
  }
}
