package io.amorsize.jmh.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionFactsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "499, 0 s",
    "59000, 59 s",
    "59499, 59 s",
    "59500, 1 min",
    "60000, 1 min",
    "200000, 3 min 20 s",
    "3599400, 59 min 59 s",
    "3599600, 1 h",
    "3629000, 1 h",
    "3631000, 1 h 1 min",
    "4980000, 1 h 23 min",
    "7199000, 2 h",
  })
  void timesReadAsPeopleSayThem(long millis, String words) {
    assertThat(SessionFacts.inWords(Duration.ofMillis(millis))).isEqualTo(words);
  }
}
