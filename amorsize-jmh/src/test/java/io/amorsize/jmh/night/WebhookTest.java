package io.amorsize.jmh.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Told over loopback. */
class WebhookTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private int status = 204;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          bodies.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Content-Type")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/hook/secret?token=abc";
  }

  @Test
  void postsTheDocumentAsItIs() {
    Webhook.Told told = Webhook.of(address()).orElseThrow().post("{\"text\": \"\u00e4\"}");
    assertThat(told.ok()).isTrue();
    assertThat(told.sentence()).isEqualTo("told http://localhost");
    assertThat(bodies)
        .containsExactly(
            "POST /hook/secret?token=abc application/json; charset=utf-8 {\"text\": \"\u00e4\"}");
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 404, 500})
  void anAnswerThatIsNoneIsTold(int answer) {
    status = answer;
    Webhook.Told told = Webhook.of(address()).orElseThrow().post("{}");
    assertThat(told.ok()).isFalse();
    assertThat(told.sentence())
        .isEqualTo("http://localhost answered with status " + answer + "; the night stands");
    assertThat(bodies).as("a redirect is not followed").hasSize(1);
  }

  @Test
  void nobodyListens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Webhook.Told told =
        new Webhook(URI.create("http://localhost:" + port + "/secret"), SOON).post("{}");
    assertThat(told.ok()).isFalse();
    assertThat(told.sentence())
        .startsWith("http://localhost could not be told (")
        .endsWith("; the night stands")
        .doesNotContain("secret");
  }

  @Test
  void aServiceThatNeverAnswersIsNotWaitedFor() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://localhost:" + silent.getLocalPort() + "/");
      Webhook.Told told = new Webhook(address, Duration.ofMillis(200)).post("{}");
      assertThat(told.ok()).isFalse();
      assertThat(told.sentence()).contains("Timeout");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "ftp://localhost/x", "http:///x", "file:///etc", "a b"})
  void whatIsNoAddressIsNone(String text) {
    assertThat(Webhook.of(text)).isEmpty();
  }
}
