package io.amorsize.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFactsTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-26-d32fd12.json.gz, 2026-01-26T00:00:00Z, d32fd12",
    "2026-01-26-1234567.json, 2026-01-26T00:00:00Z, 1234567",
    "jmh_20260126-023001_0A1b2C3d.json, 2026-01-26T02:30:01Z, 0a1b2c3d",
    "20260126-0230.json, 2026-01-26T02:30:00Z,",
    "result-2026-01-26T02:30:59Z.json, 2026-01-26T02:30:59Z,",
    "2026-01-26-12345678901.json, 2026-01-26T00:00:00Z,",
    "2026-13-26-d32fd12.json, , d32fd12",
    "2026-02-30.json, ,",
    "bench-d32fd12abc.json, , d32fd12abc",
    "0123456789012345678901234567890123456789.json, , 0123456789012345678901234567890123456789",
    "feedbac.json, , feedbac",
    "facade.json, ,",
    "jmh-result.json, ,",
    "defaced0-decade.json, , defaced0",
    "x20260126.json, 2026-01-26T00:00:00Z,",
    "120260126.json, ,"
  })
  void readsWhatANameSays(String name, Instant time, String commit) {
    assertThat(NameFacts.of(name))
        .isEqualTo(new NameFacts(Optional.ofNullable(time), Optional.ofNullable(commit)));
  }
}
