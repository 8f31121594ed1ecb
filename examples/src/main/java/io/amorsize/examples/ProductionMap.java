package io.amorsize.examples;

import io.amorsize.Amorsize;
import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ItemFailedException;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;

/** The snippets of the guide "Amorsize.map in production". */
public final class ProductionMap {

  private ProductionMap() {}

  /** Runs each snippet once. */
  public static void main(String[] args) {
    run(System.out);
  }

  static void run(PrintStream out) {
    List<String> lines = List.of("12", "7", "x", "3");
    out.println(skipBadLine(lines, out));
    out.println(words(List.of("a b", "c").iterator()));
    Iterator<Integer> endless = Stream.iterate(1, i -> i + 1).iterator();
    out.println(firstOver(1_000_000, i -> i * i, endless).orElseThrow());
    out.println(fetch(List.of("one", "two"), String::length));
    withProgress(List.of("one", "two"), out);
  }

  static List<Integer> skipBadLine(List<String> lines, PrintStream out) {
    try {
      return Amorsize.map(Integer::parseInt, lines);
    } catch (ItemFailedException e) {
      out.println("line " + (e.itemIndex() + 1) + ": " + e.getCause().getMessage());
    } catch (CancellationException e) {
      out.println("interrupted"); // the flag of this thread is still set
    }
    return List.of();
  }

  static List<String> words(Iterator<String> source) {
    return Amorsize.map(line -> line.toUpperCase(Locale.ROOT), source);
  }

  static <T> Optional<Integer> firstOver(
      int bound, Function<T, Integer> function, Iterator<T> endless) {
    try (Stream<Integer> results = Amorsize.stream(function, endless)) {
      return results.filter(result -> result > bound).findFirst();
    }
  }

  static <T, R> List<R> fetch(List<T> addresses, Function<T, R> request) {
    return Amorsize.map(request, addresses, ExecutionPlan.virtual(64, 1));
  }

  static void withProgress(List<String> documents, PrintStream out) {
    Amorsize.map(String::length, documents, (done, total) -> out.printf("%d of %d%n", done, total));
  }
}
