package io.amorsize.jmh.night;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Tells a service how a night ended, as JSON in a POST. Never fails: what went wrong is told. Of
 * the address only scheme and host are ever shown, since the rest of it is often a secret.
 *
 * @param address where to, http or https
 * @param timeout after which nobody waits any longer
 */
public record Webhook(URI address, Duration timeout) {

  /** The variable that holds the address. */
  public static final String VARIABLE = "AMORSIZE_WEBHOOK";

  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);
  private static final int FIRST_FAILURE = 300;

  /** What came of telling: {@code ok} or what went wrong, in a sentence. */
  public record Told(boolean ok, String sentence) {}

  /**
   * The webhook of an address.
   *
   * @return empty where the text is no address of http or https
   */
  public static Optional<Webhook> of(String address) {
    try {
      URI uri = URI.create(address.strip());
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return http && uri.getHost() != null
          ? Optional.of(new Webhook(uri, USUAL_TIMEOUT))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Posts a document. */
  public Told post(String json) {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status < FIRST_FAILURE
          ? new Told(true, "told " + shown())
          : new Told(false, shown() + " answered with status " + status + "; the night stands");
    } catch (IOException e) {
      return new Told(
          false,
          shown() + " could not be told (" + e.getClass().getSimpleName() + "); the night stands");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Told(false, shown() + " was not told, since the night was stopped");
    }
  }

  private String shown() {
    return address.getScheme() + "://" + address.getHost();
  }
}
