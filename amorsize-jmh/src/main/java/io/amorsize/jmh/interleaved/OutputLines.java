package io.amorsize.jmh.interleaved;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.function.Consumer;

/** Reads what a process prints, in a thread of its own, line by line. */
final class OutputLines {

  /** A benchmark may print for hours without a line break. */
  static final int MOST_CHARACTERS = 10_000;

  private final Reader reader;
  private final Consumer<String> consumer;
  private final Thread thread;
  private final StringBuilder line = new StringBuilder();

  private OutputLines(InputStream in, Consumer<String> consumer) {
    this.reader = new BufferedReader(new InputStreamReader(in, encoding()));
    this.consumer = consumer;
    this.thread = new Thread(this::read, "output of JMH");
    thread.setDaemon(true);
  }

  static OutputLines follow(InputStream in, Consumer<String> consumer) {
    OutputLines lines = new OutputLines(in, consumer);
    lines.thread.start();
    return lines;
  }

  /** Waits for the end; a process that outlives its parent may keep the output open for ever. */
  void finish(Duration most) throws InterruptedException {
    thread.join(most.toMillis());
  }

  private void read() {
    try {
      for (int next = reader.read(); next >= 0; next = reader.read()) {
        add((char) next);
      }
    } catch (IOException e) {
      // The process was killed; its exit code tells the rest.
    }
    if (line.length() > 0) {
      end();
    }
  }

  private void add(char next) {
    if (next == '\n') {
      end();
    } else if (next != '\r' && line.length() < MOST_CHARACTERS) {
      line.append(next);
    }
  }

  private void end() {
    consumer.accept(line.toString());
    line.setLength(0);
  }

  private static Charset encoding() {
    String name = System.getProperty("native.encoding", "UTF-8");
    return Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
  }
}
