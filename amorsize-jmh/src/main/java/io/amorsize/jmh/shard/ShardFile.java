package io.amorsize.jmh.shard;

import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says in a run's folder which part of what it is.
 *
 * @param shard the part
 * @param split what all parts measure
 */
public record ShardFile(Shard shard, ShardSplit split) {

  /** Its name in the folder of a run. */
  public static final String NAME = "shard.json";

  private static final String SCHEMA = "amorsize.shard/1";

  /** Writes it into a folder. */
  public void write(Path folder) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.put("index", shard.index());
    json.put("count", shard.count());
    json.put("split", split.parts());
    WholeFile.write(folder.resolve(NAME), JsonFile.text(json));
  }

  /**
   * Reads that of a folder; empty where the folder is a whole run.
   *
   * @throws ResultFormatException in one sentence, if it is broken
   */
  public static Optional<ShardFile> read(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    JsonPlace json = JsonFile.read(file).object();
    json.requireSchema(SCHEMA, "a newer program may have written it");
    List<List<String>> parts =
        json.at("split").elements().stream()
            .map(part -> part.elements().stream().map(JsonPlace::text).toList())
            .toList();
    try {
      Shard shard = new Shard(json.at("index").integer(), json.at("count").integer());
      if (parts.size() != shard.count()) {
        throw json.at("split").problem("must have " + shard.count() + " parts");
      }
      return Optional.of(new ShardFile(shard, new ShardSplit(parts)));
    } catch (IllegalArgumentException e) {
      throw json.problem("is no part of a run: " + e.getMessage());
    }
  }
}
