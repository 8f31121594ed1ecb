package io.amorsize.jmh.cli;

import io.amorsize.jmh.night.NightEnd;
import io.amorsize.jmh.night.Webhook;
import io.amorsize.result.JsonFile;
import io.amorsize.result.Secrets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells the service that the environment names how a night ended, if it names one. */
final class NightWebhook {

  private final Terminal terminal;

  NightWebhook(Terminal terminal) {
    this.terminal = terminal;
  }

  /** A night ended. */
  void ended(NightEnd end) {
    post(end.json());
  }

  /** A night was stopped by a failure, and goes on when it is run again. */
  void stopped(String night, Exception why) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", "amorsize.night-stopped/1");
    json.put("night", night);
    json.put("text", "Night " + night + " was stopped: " + Secrets.hidden(why.getMessage()));
    post(JsonFile.text(json));
  }

  private void post(String json) {
    String address = terminal.variables().getOrDefault(Webhook.VARIABLE, "");
    if (address.isBlank()) {
      return;
    }
    Optional<Webhook> webhook = Webhook.of(address);
    terminal.say(
        "Webhook: "
            + webhook
                .map(known -> known.post(json).sentence())
                .orElse(Webhook.VARIABLE + " is no address of http or https; nobody was told"));
  }
}
