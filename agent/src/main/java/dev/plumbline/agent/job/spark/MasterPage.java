package dev.plumbline.agent.job.spark;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.codec.JsonReader;
import dev.plumbline.resources.spark.Parts;
import dev.plumbline.resources.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the master of Spark says on its page, where it runs on this node. */
public final class MasterPage {
  private static final int LIMIT_MILLIS = 5_000;
  private static final int LONGEST = 16 << 20;
  private static final String HOSTS = Parts.workerHost("");

  private MasterPage() {}

  /** The nodes of the workers that the master knows to be alive. */
  public static List<String> workers() throws Failure {
    String url = "http://127.0.0.1:" + Parts.PAGE + "/json/";
    try {
      HttpURLConnection page = (HttpURLConnection) URI.create(url).toURL().openConnection();
      page.setConnectTimeout(LIMIT_MILLIS);
      page.setReadTimeout(LIMIT_MILLIS);
      try (InputStream in = page.getInputStream()) {
        return alive(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new Failure(
          "the master of Spark does not answer at " + url + ": " + e.getMessage(),
          "look at it with 'docker logs " + Parts.MASTER + "' on the node",
          e);
    }
  }

  /**
   * @throws IllegalArgumentException if that is no page of a master
   */
  static List<String> alive(String json) {
    List<String> nodes = new ArrayList<>();
    if (JsonReader.read(json, "the master of Spark") instanceof Value.Mapping page
        && page.get("workers").orElse(null) instanceof Value.Sequence workers) {
      for (Value worker : workers.items()) {
        if (text(worker, "state").equals("ALIVE") && text(worker, "host").startsWith(HOSTS)) {
          nodes.add(text(worker, "host").substring(HOSTS.length()));
        }
      }
      return nodes.stream().distinct().sorted().toList();
    }
    throw new IllegalArgumentException("it says nothing of workers");
  }

  private static String text(Value value, String key) {
    return value instanceof Value.Mapping object
            && object.get(key).orElse(null) instanceof Value.Scalar scalar
        ? scalar.text()
        : "";
  }
}
