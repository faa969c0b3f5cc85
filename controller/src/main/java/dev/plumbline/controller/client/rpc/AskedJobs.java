package dev.plumbline.controller.client.rpc;

import dev.plumbline.controller.client.job.AskedJob;
import dev.plumbline.controller.client.job.Content;
import dev.plumbline.controller.client.job.JobKind;
import dev.plumbline.controller.client.job.PlacedFile;
import dev.plumbline.proto.v1.Java;
import dev.plumbline.proto.v1.Job;
import dev.plumbline.proto.v1.JobInput;
import dev.plumbline.proto.v1.JobNodes;
import dev.plumbline.proto.v1.JobRetry;
import dev.plumbline.proto.v1.Mpi;
import dev.plumbline.proto.v1.Spark;
import java.util.List;
import java.util.Optional;

/** Encodes and decodes what a caller asks for; {@code decode(encode(x)) = x}. */
final class AskedJobs {
  private AskedJobs() {}

  static Job encode(AskedJob asked) {
    Job.Builder job =
        Job.newBuilder()
            .setName(asked.name())
            .setKind(encode(asked.kind()))
            .setRanks(asked.ranks())
            .setNodes(JobNodes.newBuilder().addAllNames(asked.nodes()).setCount(asked.nodeCount()))
            .addAllCommand(asked.command())
            .addAllRequired(asked.required())
            .addAllOptional(asked.optional())
            .putAllEnv(asked.env())
            .addAllSecrets(asked.secrets())
            .setMaxRuntimeMs(asked.limits().maxRuntimeMs())
            .setMemoryPerRank(asked.limits().memoryPerRank())
            .setRetry(
                JobRetry.newBuilder().setTimes(asked.retry().times()).addAllOn(asked.retry().on()))
            .setMpi(
                Mpi.newBuilder()
                    .setSsh(asked.mpi().ssh())
                    .setOversubscribe(asked.mpi().oversubscribe())
                    .setRanksPerNode(asked.mpi().ranksPerNode())
                    .putAllMca(asked.mpi().mca()))
            .setUser(asked.user())
            .setNetwork(asked.network())
            .setSource(asked.source())
            .setText(asked.text());
    for (AskedJob.Input input : asked.inputs()) {
      job.addInputs(
          JobInput.newBuilder()
              .setName(input.name())
              .setFolder(input.folder())
              .addAllFiles(encode(input.files())));
    }
    asked.spark().ifPresent(spark -> job.setSpark(encode(spark)));
    asked.java().ifPresent(java -> job.setJava(encode(java)));
    return job.build();
  }

  static AskedJob decode(Job job) {
    return new AskedJob(
        job.getName(),
        decode(job.getKind()),
        job.getRanks(),
        List.copyOf(job.getNodes().getNamesList()),
        job.getNodes().getCount(),
        List.copyOf(job.getCommandList()),
        job.getInputsList().stream()
            .map(input ->
                new AskedJob.Input(
                    input.getName(), input.getFolder(), decode(input.getFilesList())))
            .toList(),
        List.copyOf(job.getRequiredList()),
        List.copyOf(job.getOptionalList()),
        job.getEnvMap(),
        List.copyOf(job.getSecretsList()),
        new AskedJob.Limits(job.getMaxRuntimeMs(), job.getMemoryPerRank()),
        new AskedJob.Retry(job.getRetry().getTimes(), List.copyOf(job.getRetry().getOnList())),
        new AskedJob.Mpi(
            job.getMpi().getSsh(),
            job.getMpi().getOversubscribe(),
            job.getMpi().getRanksPerNode(),
            job.getMpi().getMcaMap()),
        job.hasSpark() ? Optional.of(decode(job.getSpark())) : Optional.empty(),
        job.hasJava() ? Optional.of(decode(job.getJava())) : Optional.empty(),
        job.getUser(),
        job.getNetwork(),
        job.getSource(),
        job.getText());
  }

  static List<dev.plumbline.proto.v1.PlacedFile> encode(List<PlacedFile> files) {
    return files.stream().map(AskedJobs::encode).toList();
  }

  static List<PlacedFile> decode(List<dev.plumbline.proto.v1.PlacedFile> files) {
    return files.stream().map(AskedJobs::decode).toList();
  }

  static dev.plumbline.proto.v1.Content encode(Content content) {
    return dev.plumbline.proto.v1.Content.newBuilder()
        .setHash(content.hash())
        .setSize(content.size())
        .build();
  }

  private static dev.plumbline.proto.v1.PlacedFile encode(PlacedFile file) {
    return dev.plumbline.proto.v1.PlacedFile.newBuilder()
        .setPath(file.path())
        .setContent(encode(file.content()))
        .setExecutable(file.executable())
        .build();
  }

  private static PlacedFile decode(dev.plumbline.proto.v1.PlacedFile file) {
    return new PlacedFile(
        file.getPath(),
        new Content(file.getContent().getHash(), file.getContent().getSize()),
        file.getExecutable());
  }

  private static Job.Kind encode(JobKind kind) {
    return switch (kind) {
      case COMMAND -> Job.Kind.COMMAND;
      case MPI -> Job.Kind.MPI;
      case SPARK -> Job.Kind.SPARK;
    };
  }

  private static JobKind decode(Job.Kind kind) {
    return switch (kind) {
      case COMMAND, UNRECOGNIZED -> JobKind.COMMAND;
      case MPI -> JobKind.MPI;
      case SPARK -> JobKind.SPARK;
    };
  }

  private static Spark encode(AskedJob.Spark spark) {
    return Spark.newBuilder()
        .setProgram(encode(spark.program()))
        .addAllLibraries(encode(spark.libraries()))
        .setMainClass(spark.mainClass())
        .setExecutors(spark.executors())
        .setExecutorCores(spark.executorCores())
        .setExecutorMemory(spark.executorMemory())
        .setDriverMemory(spark.driverMemory())
        .putAllConf(spark.conf())
        .build();
  }

  private static AskedJob.Spark decode(Spark spark) {
    return new AskedJob.Spark(
        decode(spark.getProgram()),
        decode(spark.getLibrariesList()),
        spark.getMainClass(),
        spark.getExecutors(),
        spark.getExecutorCores(),
        spark.getExecutorMemory(),
        spark.getDriverMemory(),
        spark.getConfMap());
  }

  private static Java encode(AskedJob.Java java) {
    return Java.newBuilder()
        .setMainClass(java.mainClass())
        .addAllClassPath(encode(java.classPath()))
        .setRuntime(encode(java.runtime()))
        .addAllOptions(java.options())
        .build();
  }

  private static AskedJob.Java decode(Java java) {
    return new AskedJob.Java(
        java.getMainClass(),
        decode(java.getClassPathList()),
        decode(java.getRuntime()),
        List.copyOf(java.getOptionsList()));
  }
}
