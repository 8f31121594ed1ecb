package io.amorsize.jmh.architecture.planted.other;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import javax.xml.parsers.DocumentBuilderFactory;

/** Turns data into code in every way that is forbidden. */
public final class TrustsData {

  /** Loads, deserializes and parses what it is given. */
  public Object read(String name, InputStream bytes) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    mapper.activateDefaultTyping(BasicPolymorphicTypeValidator.builder().build());
    return new Object[] {
      Class.forName(name), object(bytes), DocumentBuilderFactory.newInstance(), mapper
    };
  }

  private static Object object(InputStream bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream objects = new ObjectInputStream(bytes)) {
      return objects.readObject();
    }
  }
}
