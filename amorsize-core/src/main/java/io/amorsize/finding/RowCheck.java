package io.amorsize.finding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** One question about a row that was compared. */
interface RowCheck {

  /** All of them, in the order in which findings are shown. */
  List<RowCheck> ALL =
      List.of(
          new FewForks(),
          new OneFork(),
          new InProcess(),
          new NoisyForks(),
          new BimodalForks(),
          new OutlierFork(),
          new StillWarming(),
          new DriftInIterations(),
          new SettingsDiffer(),
          new ImplausibleImprovement());

  /** The finding, if there is something to say. */
  Optional<Finding> check(RowEvidence row);

  /** What all checks find in a row. */
  static List<Finding> findings(RowEvidence row) {
    return ALL.stream().flatMap(check -> check.check(row).stream()).toList();
  }

  /** What there is to say about the base or, if that is nothing, about the current side. */
  static Optional<Finding> ofEitherSide(Function<RowEvidence.Side, Optional<Finding>> check) {
    return Stream.of(RowEvidence.Side.values()).map(check).flatMap(Optional::stream).findFirst();
  }

  /** A finding with a message. */
  static Finding finding(FindingCode code, Severity severity, String pattern, Object... values) {
    return new Finding(code, severity, String.format(Locale.ROOT, pattern, values));
  }
}
