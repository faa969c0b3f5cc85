package dev.plumbline.agent.host.contents;

import dev.plumbline.agent.job.content.Cache;
import dev.plumbline.agent.job.order.Content;
import dev.plumbline.resources.Carried;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.host.contents.Contents;
import java.nio.file.Path;

/** Files from the node's cache, or through it from the controller. */
public final class CachedContents implements Contents {
  private static final int WHOLE = 100;
  private final Cache cache;

  public CachedContents(Cache cache) {
    this.cache = cache;
  }

  @Override
  public Path bring(Carried content, String what, Progress progress) throws Failure {
    long[] come = {0};
    long[] told = {-1};
    try {
      return cache.bring(
          new Content(content.hash(), content.size()),
          bytes -> {
            come[0] += bytes;
            long percent = content.size() == 0 ? WHOLE : come[0] * WHOLE / content.size();
            if (percent != told[0]) {
              told[0] = percent;
              progress.now("fetching " + what + " " + percent + " %");
            }
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while fetching " + what, "apply again", e);
    }
  }
}
