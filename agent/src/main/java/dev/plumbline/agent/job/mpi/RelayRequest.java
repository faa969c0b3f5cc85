package dev.plumbline.agent.job.mpi;

import dev.plumbline.resources.Failure;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the shim asks for. It travels as netstrings ({@code 5:hello,}): the number of those that
 * follow, then the words.
 *
 * @param job the id of a job
 * @param relay the id that an earlier connection was given; empty the first time
 * @param target the node, as mpirun names it
 * @param arguments of orted
 */
public record RelayRequest(String job, String relay, String target, List<String> arguments) {
  private static final int MOST_WORDS = 250;
  private static final int LONGEST_WORD = 8192;

  public RelayRequest {
    arguments = List.copyOf(arguments);
  }

  /** Reads a request, which must be one for orted and for nothing else. */
  static RelayRequest read(InputStream in) throws IOException, Failure {
    int count = number(word(in));
    if (count < 4 || count > MOST_WORDS) {
      throw strange(count + " words");
    }
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(word(in));
    }
    // mpirun gives a leading blank to its program.
    if (!words.get(3).strip().equals("orted")) {
      throw new Failure(
          "mpirun asks for '" + words.get(3).strip() + "' on " + words.get(2) + ", not for orted",
          "use Open MPI 4.1, called through PATH; or 'launcher: ssh' in the job file");
    }
    return new RelayRequest(
        words.get(0),
        words.get(1),
        words.get(2),
        OrtedArguments.unquoted(words.subList(4, words.size())));
  }

  private static String word(InputStream in) throws IOException, Failure {
    StringBuilder digits = new StringBuilder();
    for (int next = in.read(); next != ':'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the shim said nothing");
      }
      if (next < '0' || next > '9' || digits.length() > 4) {
        throw strange("no netstring");
      }
      digits.append((char) next);
    }
    int length = number(digits.toString());
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length || in.read() != ',') {
      throw strange("half a netstring");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static int number(String digits) throws Failure {
    try {
      int number = Integer.parseInt(digits);
      if (number <= LONGEST_WORD) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw strange("'" + digits + "' where a number belongs");
    }
    throw strange("a word of " + digits + " bytes");
  }

  private static Failure strange(String what) {
    return new Failure(
        "what asks for an orted is not our shim: it sent " + what,
        "start MPI programs with 'plumb run'");
  }
}
