package dev.plumbline.jobs.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.jspecify.annotations.Nullable;

/** The plugin of Spark. */
public final class Watch implements SparkPlugin {
  @Override
  public DriverPlugin driverPlugin() {
    return new OfDriver();
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new OfExecutor();
  }

  /** Runs in the driver. */
  private static final class OfDriver implements DriverPlugin {
    private @Nullable Ledger ledger;
    private @Nullable Thread patrol;

    @Override
    public Map<String, String> init(SparkContext context, PluginContext plugin) {
      return Map.of();
    }

    /** Spark calls this as soon as the job has its id. */
    @Override
    public void registerMetrics(String application, PluginContext plugin) {
      String master = plugin.conf().get("spark.master", "");
      if (!master.startsWith("spark://")) {
        return;
      }
      Ledger book = new Ledger(line -> System.err.println("plumbline: " + line));
      ledger = book;
      String host = URI.create(master).getHost();
      Thread thread = new Thread(new Patrol(new Pages(host, application), book), "plumbline-watch");
      thread.setDaemon(true);
      patrol = thread;
      thread.start();
    }

    /** An executor says where it runs. */
    @Override
    public @Nullable Object receive(Object message) {
      Ledger book = ledger;
      if (book != null && message instanceof String said) {
        book.lives(said);
      }
      return null;
    }

    @Override
    public void shutdown() {
      Thread thread = patrol;
      Ledger book = ledger;
      if (thread != null && book != null) {
        thread.interrupt();
        book.sumUp();
      }
    }
  }

  /** Runs in each executor. */
  private static final class OfExecutor implements ExecutorPlugin {
    @Override
    public void init(PluginContext context, Map<String, String> extra) {
      try {
        // The context of an executor cannot say its host: it asks for a server that there is not.
        context.send(context.executorID() + " " + InetAddress.getLocalHost().getHostName());
      } catch (IOException e) {
        throw new IllegalStateException("the driver cannot be told that this executor runs", e);
      }
    }
  }
}
