package io.amorsize.jmh.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Reads any result file that JMH wrote with {@code -rf json}, of any version and mode, and what
 * other tools made of such files. A file is read as a stream; only its scores are kept. A large one
 * is shared among threads.
 */
public final class JmhResultReader {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Whether this JVM has read a large file. */
  private static final AtomicBoolean COMPILED = new AtomicBoolean();

  private final ReadLimits limits;
  private final JsonFactory factory;
  private final SharedReading shared;

  /** A reader with the default limits. */
  public JmhResultReader() {
    this(ReadLimits.DEFAULT);
  }

  /** A reader with these limits. */
  public JmhResultReader(ReadLimits limits) {
    this(limits, Sharing.ofThisMachine());
  }

  /** A reader whose large files threads share in some way. */
  JmhResultReader(ReadLimits limits, Sharing sharing) {
    this.limits = requireNonNull(limits, "limits is null");
    this.factory = factory(limits);
    this.shared = new SharedReading(factory, limits, sharing, COMPILED);
  }

  private static JsonFactory factory(ReadLimits limits) {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(limits.maxDepth())
            .maxStringLength(limits.maxTextLength())
            .maxNameLength(limits.maxTextLength())
            .build();
    return new JsonFactoryBuilder()
        .streamReadConstraints(constraints)
        // A file of many different names would fill a table of them.
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
        // kotlinx-benchmark writes NaN bare, and an old JMH parameters as they are.
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
        .build();
  }

  /**
   * How many threads share a file that is not compressed, the calling one included.
   *
   * @param bytes its size
   * @return 1 to 4, never more than there are processors
   */
  public static int threads(long bytes) {
    Sharing sharing = Sharing.ofThisMachine();
    return sharing.concerns(bytes) ? sharing.threads() : 1;
  }

  /**
   * Reads one file.
   *
   * @param file JSON, perhaps compressed with gzip
   * @throws ResultFormatException in one sentence, if it cannot be read or is no JMH result
   */
  public BenchmarkRun read(Path file) {
    if (Files.isDirectory(file)) {
      throw new ResultFormatException(file + ": this is a folder; name a file");
    }
    try {
      return readGuessed(file);
    } catch (IOException e) {
      throw new ResultFormatException(file + ": " + BrokenFile.reason(e), e);
    } catch (OutOfMemoryError e) {
      throw new ResultFormatException(
          file
              + ": its scores do not fit into the memory of this JVM; give it more with -Xmx, or"
              + " split the file",
          e);
    }
  }

  private BenchmarkRun readGuessed(Path file) throws IOException {
    try {
      Optional<List<BenchmarkRow>> rows = shared.read(file);
      return rows.isPresent() ? run(file, rows.get(), List.of()) : readOnce(file, null);
    } catch (CharacterCodingException e) {
      if (!Files.isRegularFile(file)) {
        throw e;
      }
      return readOnce(file, WINDOWS);
    }
  }

  /**
   * Reads files as one side of a comparison: rows of one key in different files are forks of one
   * row.
   *
   * @param label what the user called the side
   * @param filesOrFolders files, and folders of files
   * @throws ResultFormatException in one sentence, if one of them cannot be read
   */
  public BenchmarkRun readAll(String label, List<Path> filesOrFolders) {
    return new SideFiles(this).read(label, filesOrFolders);
  }

  /**
   * Whether a file is to be read as JMH's result rather than as results of workloads. A broken file
   * is, since {@link #read} tells best what is wrong with it; so is what can be read only once.
   */
  public boolean looksLikeJmh(Path file) {
    if (!Files.isRegularFile(file)) {
      return true;
    }
    try (ResultInput input = ResultInput.open(file, limits);
        JsonParser parser = factory.createParser(input.text())) {
      return !WorkloadShape.isWholeFile(new JsonCursor(file.toString(), parser, limits));
    } catch (IOException e) {
      return true;
    }
  }

  private BenchmarkRun readOnce(Path file, Charset charset) throws IOException {
    try (ResultInput input = ResultInput.open(file, limits, charset)) {
      return read(file, input);
    }
  }

  private BenchmarkRun read(Path file, ResultInput input) throws IOException {
    try (JsonParser parser = factory.createParser(input.text())) {
      RowsReader reader =
          new RowsReader(new JsonCursor(file.toString(), parser, limits), input.text(), limits);
      try {
        List<BenchmarkRow> rows = reader.read();
        List<String> notes = new ArrayList<>(input.notes());
        notes.addAll(reader.notes());
        return run(file, rows, notes);
      } catch (JsonProcessingException e) {
        BrokenFile broken = new BrokenFile(input.text(), limits);
        throw new ResultFormatException(
            file + ": " + broken.sentence(e, parser.currentLocation()), e);
      }
    }
  }

  /** What was read, with what a user should know of it. */
  private static BenchmarkRun run(Path file, List<BenchmarkRow> rows, List<String> notes) {
    List<String> placed =
        Stream.concat(notes.stream(), RawDataNotes.of(rows).stream())
            .map(note -> file + ": " + note)
            .toList();
    return new BenchmarkRun(file.toString(), rows, Optional.empty(), placed);
  }
}
