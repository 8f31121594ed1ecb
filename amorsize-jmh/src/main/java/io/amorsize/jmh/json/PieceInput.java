package io.amorsize.jmh.json;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Some elements of the list in a file as a list of their own: with a bracket before the first byte
 * unless the file starts there, and one behind the last unless the file ends there.
 */
final class PieceInput extends InputStream {

  private static final int NONE = -1;

  private final FileChannel file;
  private final long to;
  private long at;
  private int opening;
  private int closing;

  /**
   * A piece of a file.
   *
   * @param file may be read by others at the same time
   * @param from its first byte
   * @param to one past its last byte
   * @param size bytes of the file
   */
  PieceInput(FileChannel file, long from, long to, long size) {
    this.file = file;
    this.at = from;
    this.to = to;
    this.opening = from == 0 ? NONE : '[';
    this.closing = to == size ? NONE : ']';
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (opening != NONE) {
      target[offset] = (byte) opening;
      opening = NONE;
      return 1;
    }
    if (at < to) {
      return readFile(target, offset, (int) Math.min(length, to - at));
    }
    if (closing != NONE) {
      target[offset] = (byte) closing;
      closing = NONE;
      return 1;
    }
    return -1;
  }

  private int readFile(byte[] target, int offset, int length) throws IOException {
    int count = file.read(ByteBuffer.wrap(target, offset, length), at);
    if (count < 0) {
      throw new EOFException("the file became shorter while it was read");
    }
    at += count;
    return count;
  }
}
