package dev.plumbline.lab.demo;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A place on the Web.
 *
 * @param address what stands before the name of a file
 * @param whole how long a file may take: one that stands still in the middle never ends
 */
record PublicHome(String address, Duration whole) implements Home {
  private static final Duration LONG = Duration.ofMinutes(10);

  /** The first home of MNIST asks visitors for a password now. */
  static final PublicHome OF_MNIST =
      new PublicHome("https://storage.googleapis.com/cvdf-datasets/mnist/", LONG);

  /** The tables of the paper, as they were once published with it. */
  static final PublicHome OF_GOLUB =
      new PublicHome(
          "https://raw.githubusercontent.com/tkhan11/Gene-Expression-Classification/"
              + "e6a1d8be4d763c9e4d9d71348abfaabd61a32131/",
          LONG);

  /** Long enough for a slow name server, and short enough for somebody who waits for a demo. */
  private static final Duration CONNECTED = Duration.ofSeconds(5);

  private static final Duration ANSWERED = Duration.ofMinutes(2);
  private static final int FOUND = 200;

  @Override
  public byte[] read(String name) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + name)).timeout(ANSWERED).build();
    HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECTED).build();
    try {
      HttpResponse<byte[]> response =
          await(client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()));
      if (response.statusCode() != FOUND) {
        throw new IOException(request.uri() + " answered " + response.statusCode());
      }
      return response.body();
    } catch (ConnectException e) {
      // A name that cannot be resolved has no message of its own.
      throw new IOException("no answer from " + request.uri().getHost(), e);
    } catch (TimeoutException e) {
      throw new IOException(request.uri() + " did not come within " + whole.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      client.shutdownNow(); // To close it would wait for the end of what stands still.
    }
  }

  private <T> T await(CompletableFuture<T> answer)
      throws IOException, InterruptedException, TimeoutException {
    try {
      return answer.get(whole.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException known) {
        throw known;
      }
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }
}
