import dev.plumbline.proto.v1.AgentsGrpc;
import dev.plumbline.proto.v1.ApplyRequest;
import dev.plumbline.proto.v1.Catalog;
import dev.plumbline.proto.v1.CatalogEntry;
import dev.plumbline.proto.v1.ExportsRequest;
import dev.plumbline.proto.v1.FactsRequest;
import dev.plumbline.proto.v1.FromAgent;
import dev.plumbline.proto.v1.PlanRequest;
import dev.plumbline.proto.v1.ToAgent;
import dev.plumbline.proto.v1.Welcome;
import io.grpc.Grpc;
import io.grpc.Server;
import io.grpc.TlsServerCredentials;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A controller for one session: greets the agent, asks for a plan, for facts and exports, and for
 * an apply that is refused, then ends. Nothing of the machine is changed.
 */
final class TrainingController implements AutoCloseable {
  private static final String PASSWORD = "training";
  private final Server server;

  private TrainingController(Server server) {
    this.server = server;
  }

  /** Prepares a root directory for an agent named {@code training}, and waits for it to dial. */
  static TrainingController start(Path jdk, Path root) throws Exception {
    Path state = Files.createDirectories(root.resolve("var/lib/plumbline/identity"));
    Path key = state.resolve("key.pem");
    Path certificate = state.resolve("cert.pem");
    identity(jdk, root, key, certificate);
    Files.copy(certificate, state.resolve("ca.pem"));
    Server server =
        Grpc.newServerBuilderForPort(
                0,
                TlsServerCredentials.newBuilder()
                    .keyManager(certificate.toFile(), key.toFile())
                    .trustManager(certificate.toFile())
                    .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
                    .build())
            .addService(new Agents())
            .build()
            .start();
    Files.writeString(
        state.resolveSibling("agent.json"),
        "{\"node\":\"training\",\"cluster\":\"training\",\"controllers\":[\"127.0.0.1:"
            + server.getPort()
            + "\"]}");
    return new TrainingController(server);
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  /** One key and one self-signed certificate for both sides. */
  private static void identity(Path jdk, Path root, Path key, Path certificate) throws Exception {
    Path store = root.resolve("training.p12");
    MakePackage.run(
        jdk.resolve("bin/keytool").toString(),
        "-genkeypair",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=training",
        "-ext",
        "san=dns:plumbline-controller",
        "-validity",
        "2",
        "-storetype",
        "PKCS12",
        "-keystore",
        store.toString(),
        "-storepass",
        PASSWORD,
        "-alias",
        "training");
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    pem(key, "PRIVATE KEY", keys.getKey("training", PASSWORD.toCharArray()).getEncoded());
    pem(certificate, "CERTIFICATE", keys.getCertificate("training").getEncoded());
  }

  private static void pem(Path file, String label, byte[] der) throws IOException {
    Files.writeString(
        file,
        "-----BEGIN "
            + label
            + "-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
            + "\n-----END "
            + label
            + "-----\n");
  }

  private static final class Agents extends AgentsGrpc.AgentsImplBase {
    @Override
    public StreamObserver<FromAgent> session(StreamObserver<ToAgent> agent) {
      return new StreamObserver<>() {
        @Override
        public void onNext(FromAgent message) {
          switch (message.getMessageCase()) {
            case HELLO -> {
              agent.onNext(
                  ToAgent.newBuilder()
                      .setWelcome(Welcome.newBuilder().setCluster("training").setHeartbeatMs(100))
                      .build());
              agent.onNext(
                  ToAgent.newBuilder()
                      .setPlan(PlanRequest.newBuilder().setRequest("1").setCatalog(catalog()))
                      .build());
              agent.onNext(
                  ToAgent.newBuilder().setFacts(FactsRequest.newBuilder().setRequest("2")).build());
              agent.onNext(
                  ToAgent.newBuilder()
                      .setExports(ExportsRequest.newBuilder().setRequest("3"))
                      .build());
              agent.onNext(
                  ToAgent.newBuilder()
                      .setApply(
                          ApplyRequest.newBuilder()
                              .setRequest("4")
                              .setCatalog(catalog())
                              .setObserved("never"))
                      .build());
            }
            // The answer to the last request, whatever the agent thinks of it.
            case REJECTED -> {
              if (message.getRejected().getRequest().equals("4")) {
                agent.onCompleted();
              }
            }
            default -> {}
          }
        }

        @Override
        public void onError(Throwable cause) {}

        @Override
        public void onCompleted() {}
      };
    }

    /** Of what every machine has, and of what none has; to observe it reads, and starts nothing. */
    private static Catalog catalog() {
      return Catalog.newBuilder()
          .setNode("training")
          .setHash("training")
          .addEntries(entry("hostname", "", "{\"name\":\"training\"}"))
          .addEntries(entry("hosts", "", "{\"entries\":{\"192.0.2.1\":[\"training\"]}}"))
          .addEntries(entry("package", "bash", "{}"))
          .addEntries(entry("group", "root", "{\"gid\":0}"))
          .addEntries(entry("group", "training", "{}"))
          .addEntries(entry("user", "root", "{\"uid\":0}"))
          .addEntries(entry("user", "training", "{}"))
          .addEntries(entry("ssh_key", "root", "{}"))
          .addEntries(entry("file", "/etc/passwd", "{}"))
          .addEntries(entry("file", "/etc", "{\"state\":\"directory\"}"))
          .addEntries(entry("file", "/nowhere/training", "{\"content\":\"x\"}"))
          .addEntries(entry("service", "ssh", "{\"running\":true}"))
          .build();
    }

    private static CatalogEntry entry(String kind, String name, String spec) {
      return CatalogEntry.newBuilder()
          .setKind(kind)
          .setName(name)
          .setSchemaVersion(1)
          .setSpec(spec)
          .build();
    }
  }
}
