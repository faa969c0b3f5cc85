package dev.plumbline.jobs.mnist.exam;

import dev.plumbline.jobs.mnist.data.Digits;
import dev.plumbline.jobs.mnist.net.Block;
import dev.plumbline.jobs.mnist.net.Network;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The answers of a net to a set of digits.
 *
 * @param mistakes the most certain first
 */
public record Exam(Confusion confusion, List<Mistake> mistakes) {
  /** Asks the net for every digit of the set. */
  public static Exam of(Network network, Digits digits) {
    Confusion confusion = new Confusion();
    List<Mistake> mistakes = new ArrayList<>();
    Block block = new Block();
    for (int first = 0; first < digits.size(); first += Block.SIZE) {
      int count = Math.min(Block.SIZE, digits.size() - first);
      for (int place = 0; place < Block.SIZE; place++) {
        // A last block that is not full is filled up with its last digit.
        int index = first + Math.min(place, count - 1);
        block.set(place, digits.image(index), digits.label(index), 0, 0);
      }
      float[][] probabilities = network.classify(block);
      for (int place = 0; place < count; place++) {
        int label = digits.label(first + place);
        int answer = Network.best(probabilities[place]);
        confusion.add(label, answer);
        if (answer != label) {
          mistakes.add(new Mistake(first + place, label, answer, probabilities[place][answer]));
        }
      }
    }
    mistakes.sort(Comparator.comparingDouble(Mistake::certainty).reversed());
    return new Exam(confusion, List.copyOf(mistakes));
  }
}
