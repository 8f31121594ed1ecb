package io.amorsize.result;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;

/** Escapes the control character that JSON lets stand as it is: U+007F, which terminals act on. */
final class ControlEscapes extends CharacterEscapes {

  private static final long serialVersionUID = 1L;

  private static final char DELETE = 0x7F;

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] codes = standardAsciiEscapesForJSON();
    codes[DELETE] = ESCAPE_STANDARD;
    return codes;
  }

  @Override
  public SerializableString getEscapeSequence(int character) {
    return null;
  }
}
