/**
 * A small convolutional net that learns MNIST on one rank or on several.
 *
 * <pre>mpirun -np 6 env java --enable-native-access=ALL-UNNAMED -Djava.library.path=DIR \
 *     -cp mpi.jar:mnist.jar dev.plumbline.jobs.mnist.Main --data DIR --out DIR
 * java -cp mnist.jar dev.plumbline.jobs.mnist.Main --data DIR --out DIR</pre>
 *
 * Options:
 *
 * <ul>
 *   <li>{@code --data}: the folder of the four IDX files, gzipped or not;
 *   <li>{@code --out}: where rank 0 writes metrics.json, model.bin and the pictures;
 *   <li>{@code --setting}: fast (the default) or accurate;
 *   <li>{@code --epochs}, {@code --rate}, {@code --seed}: instead of the setting's;
 *   <li>{@code --held-out N}: examine on the last N training digits, which are then not learned
 *       from, and leave the test digits unread. Settings are chosen so.
 * </ul>
 *
 * The weights are the same, bit for bit, on 1, 2, 3 and 6 ranks; see {@code training}.
 */
@NullMarked
package dev.plumbline.jobs.mnist;

import org.jspecify.annotations.NullMarked;
