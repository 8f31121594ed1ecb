package io.amorsize.jmh.cli;

import java.io.IOException;
import java.io.OutputStream;

/** Writes to two streams; the second is not closed. */
final class TeeOutput extends OutputStream {

  private final OutputStream first;
  private final OutputStream second;

  TeeOutput(OutputStream first, OutputStream second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public void write(int value) throws IOException {
    first.write(value);
    second.write(value);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    first.write(bytes, from, count);
    second.write(bytes, from, count);
  }

  @Override
  public void flush() throws IOException {
    first.flush();
    second.flush();
  }

  @Override
  public void close() throws IOException {
    first.close();
  }
}
