package io.amorsize.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://h/d?user=ann&password=s3&ssl=true, "
        + "jdbc:postgresql://h/d?user=ann&password=***&ssl=true",
    "'is ''jdbc:postgresql://h/d?password=s3''', 'is ''jdbc:postgresql://h/d?password=***'''",
    "-Ddb.PassWord=s3 -Dx=1, -Ddb.PassWord=*** -Dx=1",
    "https://ann:s3@h/path, https://ann:***@h/path",
    "https://h/hook?access_token=s3, https://h/hook?access_token=***",
    "--api-key=s3, --api-key=***",
  })
  void hidesWhatIsSecretAndNothingElse(String text, String shown) {
    assertThat(Secrets.hidden(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "password=", "http://h:80/a@b", "tokens=5 of 7", "a//b:c/d@e"})
  void leavesOtherTextAsItIs(String text) {
    assertThat(Secrets.hidden(text)).isEqualTo(text);
  }

  @Test
  void hidesInEachArgument() {
    assertThat(Secrets.hidden(List.of("--history", "x?password=s3")))
        .containsExactly("--history", "x?password=***");
  }

  @Test
  void whatIsKeptOfARunHasNone() {
    List<String> arguments = List.of("-Xmx1g", "-Ddb.password=s3");
    RunEnvironment environment =
        new RunEnvironment("CPU", 2, "Linux", "amd64", "6", "Debian", 17, arguments);
    assertThat(environment.jvmArgs()).containsExactly("-Xmx1g", "-Ddb.password=***");
    RowSettings settings =
        new RowSettings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(arguments),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(settings.jvmArgs().orElseThrow()).containsExactly("-Xmx1g", "-Ddb.password=***");
  }
}
