package dev.plumbline.lab.demo;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Where MNIST can be had; its first home asks visitors for a password now. */
final class PublicHome implements Digits.Home {
  private static final String ADDRESS = "https://storage.googleapis.com/cvdf-datasets/mnist/";

  /** Long enough for a slow name server, and short enough for somebody who waits for a demo. */
  private static final Duration CONNECTED = Duration.ofSeconds(5);

  private static final Duration ANSWERED = Duration.ofMinutes(2);
  private static final int FOUND = 200;

  @Override
  public byte[] read(String name) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ADDRESS + name)).timeout(ANSWERED).build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECTED).build()) {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != FOUND) {
        throw new IOException(request.uri() + " answered " + response.statusCode());
      }
      return response.body();
    } catch (ConnectException e) {
      // A name that cannot be resolved has no message of its own.
      throw new IOException("no answer from " + request.uri().getHost(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
