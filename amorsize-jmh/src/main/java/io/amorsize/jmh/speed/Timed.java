package io.amorsize.jmh.speed;

/** What is timed. */
enum Timed {
  COMPARE(586, "compare, 586 rows"),
  COMPARE_MORE(4 * 586, "compare, 2344 rows"),
  EMPTY_JVM(1, "empty JVM"),
  READ_FIRST(4, "first reading"),
  TOKENS_FIRST(4, "first tokens"),
  NUMBERS_FIRST(4, "first + numbers"),
  FAST_NUMBERS_FIRST(4, "first fast numbers"),
  PYTHON(4, "Python's json.load"),
  READ(4, "reading"),
  READ_QUARTER(1, "reading a quarter"),
  TOKENS(4, "tokens"),
  NUMBERS(4, "tokens + numbers"),
  FAST_NUMBERS(4, "fast numbers"),
  JUDGE_FEW(586, "permutations, 586 rows"),
  JUDGE(2500, "permutations, 2500 rows"),
  JUDGE_MANY(10_000, "permutations, 10000 rows"),
  TREND_SHORT(1000, "change points, 1000 nights"),
  TREND(4000, "change points, 4000 nights"),
  TREND_LONG(10_000, "change points, 10000 nights"),
  PAGE(600, "page, 600 rows"),
  PAGE_LONG(5000, "page, 5000 rows"),
  CHUNKS(1, "a chunk of one item"),
  TASKS(1, "a task of ForkJoin");

  private final int size;
  private final String label;

  Timed(int size, String label) {
    this.size = size;
    this.label = label;
  }

  /** How large it is, in rows, nights, or parts of the file, at least 1. */
  int size() {
    return size;
  }

  /** What it is, in words. */
  String label() {
    return label;
  }
}
