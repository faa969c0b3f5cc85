package dev.plumbline.agent.host.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerContainersTest {
  private static final String RUNS =
      """
      {"HostConfig": {"PortBindings": {"4040/tcp": [{"HostIp": "127.0.0.1", "HostPort": ""}]}},
       "NetworkSettings": {"Ports": {
         "7077/tcp": null,
         "4040/tcp": [{"HostIp": "10.0.0.1", "HostPort": "4040"},
                      {"HostIp": "127.0.0.1", "HostPort": "49153"}]}}}
      """;
  private static final String ENDED =
      """
      {"HostConfig": {"PortBindings": {"4040/tcp": [{"HostIp": "127.0.0.1", "HostPort": ""}]}},
       "NetworkSettings": {"Ports": {}}}
      """;

  @TempDir Path directory;

  private static String answer(String status, String body) {
    return "HTTP/1.1 "
        + status
        + "\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  @Test
  void aPortThatTheEngineChoseIsToldWhileTheContainerRuns() throws Exception {
    Path socket = directory.resolve("s");
    try (FakeEngine engine = new FakeEngine(socket)) {
      engine
          .answer("GET /v1.41/containers/driver/json", answer("200 OK", RUNS))
          .answer("GET /v1.41/containers/ended/json", answer("200 OK", ENDED))
          .answer("GET /v1.41/containers/gone/json", answer("404 Not Found", "{}"));
      DockerContainers containers = new DockerContainers(socket);

      assertThat(containers.published("driver", 4040)).hasValue(49153);
      assertThat(containers.published("driver", 7077)).isEmpty();
      assertThat(containers.published("ended", 4040)).isEmpty();
      assertThat(containers.published("gone", 4040)).isEmpty();
    }
  }
}
