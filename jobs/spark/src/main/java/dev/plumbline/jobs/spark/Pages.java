package dev.plumbline.jobs.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The pages of Spark's master and workers. */
final class Pages {
  private static final int LIMIT_MILLIS = 3_000;
  private static final int MOST = 1 << 22;
  private static final int LAST_BYTES = 8_192;
  private static final int LAST_LINES = 12;
  private static final String HEAD = "==== Bytes ";
  private final String master;
  private final String application;
  private final ObjectMapper mapper = new ObjectMapper();

  /**
   * @param master its host
   * @param application the id of the job
   */
  Pages(String master, String application) {
    this.master = master;
    this.application = application;
  }

  /** A worker that is alive. */
  record Worker(String host, String page, int freeCores, long freeMebibytes) {
    @Override
    public String toString() {
      return freeCores + " cores and " + freeMebibytes + " MiB free on " + host;
    }
  }

  List<Worker> workers() throws IOException {
    List<Worker> workers = new ArrayList<>();
    for (JsonNode worker : json("http://" + master + ":8080/json/").path("workers")) {
      if (worker.path("state").asText().equals("ALIVE")) {
        workers.add(
            new Worker(
                worker.path("host").asText(),
                worker.path("webuiaddress").asText(),
                worker.path("coresfree").asInt(),
                worker.path("memoryfree").asLong()));
      }
    }
    return workers;
  }

  /** The ids of executors of this job that have ended on a worker. */
  List<String> ended(Worker worker) throws IOException {
    List<String> ended = new ArrayList<>();
    for (JsonNode executor : json(worker.page() + "/json/").path("finishedexecutors")) {
      if (executor.path("appid").asText().equals(application)) {
        ended.add(executor.path("id").asText());
      }
    }
    return ended;
  }

  /** How the log of an executor ends. */
  String lastLines(Worker worker, String executor) throws IOException {
    String text =
        text(
            worker.page()
                + "/log/?appId="
                + application
                + "&executorId="
                + executor
                + "&logType=stderr&byteLength="
                + LAST_BYTES);
    return told(text);
  }

  /** What went wrong, where the lines say it; else the last lines whatever they say. */
  static String told(String log) {
    boolean whole = !log.startsWith(HEAD) || log.startsWith(HEAD + "0-");
    List<String> lines =
        log.lines()
            .skip(whole ? 0 : 2) // The first line is cut.
            .filter(line -> !line.startsWith(HEAD) && !line.isBlank())
            .filter(line -> !line.startsWith("\t"))
            .toList();
    List<String> wrong = lines.stream().filter(line -> !line.contains(" INFO ")).toList();
    List<String> shown = wrong.isEmpty() ? lines : wrong;
    return String.join("\n", shown.subList(Math.max(0, shown.size() - LAST_LINES), shown.size()));
  }

  private JsonNode json(String url) throws IOException {
    return mapper.readTree(text(url));
  }

  private static String text(String url) throws IOException {
    HttpURLConnection page = (HttpURLConnection) URI.create(url).toURL().openConnection();
    page.setConnectTimeout(LIMIT_MILLIS);
    page.setReadTimeout(LIMIT_MILLIS);
    try (InputStream in = page.getInputStream()) {
      return new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
    }
  }
}
