package io.amorsize.history;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.Fork;
import io.amorsize.result.Metric;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.result.RowSettings;
import io.amorsize.result.Sha256;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The hash of what a run measured. Numbers go in by their bits and never by their text, since JDKs
 * print some doubles differently.
 */
final class ContentDigest {

  /** Names the form, so that another form never gives an equal hash. */
  private static final String FORM = "amorsize.run-content/1";

  private final MessageDigest digest = Sha256.digest();
  private final DataOutputStream out =
      new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest));

  String of(RunContent content) {
    try {
      text(FORM);
      out.writeInt(content.rows().size());
      for (BenchmarkRow row : content.rows()) {
        row(row);
      }
      out.writeInt(content.results().size());
      for (var result : content.results().values()) {
        value(PerformanceResultJson.plain(result));
      }
      out.flush();
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("nothing is written anywhere", e);
    }
  }

  private void row(BenchmarkRow row) throws IOException {
    text(row.key().benchmark());
    text(row.key().mode());
    out.writeInt(row.key().threads());
    value(row.key().params());
    settings(row.settings());
    metric(row.primary());
    out.writeInt(row.secondary().size());
    for (Map.Entry<String, Metric> metric : row.secondary().entrySet()) {
      text(metric.getKey());
      metric(metric.getValue());
    }
  }

  private void settings(RowSettings settings) throws IOException {
    optional(settings.jmhVersion());
    optional(settings.jdkVersion());
    optional(settings.vmName());
    optional(settings.vmVersion());
    optional(settings.jvmArgs());
    number(settings.forks());
    number(settings.warmupIterations());
    number(settings.measurementIterations());
    optional(settings.warmupTime());
    optional(settings.measurementTime());
  }

  private void metric(Metric metric) throws IOException {
    text(metric.unit().symbol());
    OptionalDouble score = metric.score();
    out.writeBoolean(score.isPresent());
    out.writeDouble(score.orElse(0));
    optional(metric.problem());
    List<Fork> forks = metric.measurements().forks();
    out.writeInt(forks.size());
    for (Fork fork : forks) {
      out.writeInt(fork.size());
      for (double iteration : fork.toArray()) {
        out.writeDouble(iteration);
      }
    }
  }

  private void number(OptionalInt number) throws IOException {
    out.writeBoolean(number.isPresent());
    out.writeInt(number.orElse(0));
  }

  private void optional(Optional<?> present) throws IOException {
    value(present.orElse(null));
  }

  /** A plain JSON value, each kind with a letter of its own before it. */
  private void value(Object value) throws IOException {
    if (value == null) {
      out.writeByte('0');
    } else if (value instanceof Map<?, ?> map) {
      out.writeByte('m');
      out.writeInt(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        text(String.valueOf(entry.getKey()));
        value(entry.getValue());
      }
    } else if (value instanceof List<?> list) {
      out.writeByte('l');
      out.writeInt(list.size());
      for (Object element : list) {
        value(element);
      }
    } else if (value instanceof Integer || value instanceof Long) {
      out.writeByte('i');
      out.writeLong(((Number) value).longValue());
    } else if (value instanceof Number number) {
      out.writeByte('d');
      out.writeDouble(number.doubleValue());
    } else {
      out.writeByte('t');
      text(value.toString());
    }
  }

  private void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
