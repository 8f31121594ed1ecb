package io.amorsize.jmh.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.result.ResultFormatException;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {

  private static final Map<String, String> VARIABLES =
      Map.of("PGUSER", "ann", "PGPASSWORD", "hunter2");

  @Test
  void theUrlComesBeforeTheVariables() {
    PostgresAddress address =
        PostgresAddress.of("jdbc:postgresql://h:5433/d?user=bob&password=x%20y", VARIABLES);
    assertThat(address.source().getUser()).isEqualTo("bob");
    assertThat(address.source().getPassword()).isEqualTo("x y");
    assertThat(address.shown()).isEqualTo("jdbc:postgresql://h:5433/d");
  }

  @Test
  void theVariablesFillWhatTheUrlLeavesOpen() {
    PostgresAddress address = PostgresAddress.of("jdbc:postgresql://h/d", VARIABLES);
    assertThat(address.source().getUser()).isEqualTo("ann");
    assertThat(address.source().getPassword()).isEqualTo("hunter2");
    assertThat(PostgresAddress.of("jdbc:postgresql://h/d", Map.of()).source().getPassword())
        .isNull();
  }

  @Test
  void tablesStandInASchemaOfTheirOwn() {
    assertThat(PostgresAddress.of("jdbc:postgresql:d", Map.of()).schema()).isEqualTo("amorsize");
    assertThat(
            PostgresAddress.of("jdbc:postgresql:d?currentSchema=bench,public", Map.of()).schema())
        .isEqualTo("bench");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://ann:hunter2@h/d",
        "jdbc:postgresql://h:99999/d?password=hunter2",
        "jdbc:postgresql://h:hunter2/d"
      })
  void whatCannotBeReadIsNotRepeated(String url) {
    assertThatThrownBy(() -> new HistoryPlace(url, VARIABLES).open(InstantSource.system()))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageStartingWith("--history is no URL of PostgreSQL; write jdbc:postgresql://HOST")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aServerThatIsNotThereIsNamedWithoutSecrets() {
    String url = "jdbc:postgresql://127.0.0.1:1/none?user=somebody&password=hunter2";
    HistoryPlace place = new HistoryPlace(url, VARIABLES);
    assertThat(place.mayExist()).isTrue();
    assertThat(place.shown()).isEqualTo("jdbc:postgresql://127.0.0.1:1/none");
    assertThatThrownBy(() -> place.open(InstantSource.system()))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageStartingWith("jdbc:postgresql://127.0.0.1:1/none: the history cannot be used: ")
        .hasMessageNotContaining("hunter2");
  }
}
