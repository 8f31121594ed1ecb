package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.amorsize.jmh.runner.PerformanceSuite;
import io.amorsize.jmh.shard.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The files for schedulers that a team copies say what the program and the scheduler know. */
class ReadyFilesTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path WORKFLOWS = ROOT.resolve(".github/workflows");
  private static final Path KUBERNETES = ROOT.resolve("deploy/kubernetes/nightly.yaml");
  private static final Path CRON = ROOT.resolve("deploy/cron/amorsize-nightly");
  private static final Path SYSTEMD = ROOT.resolve("deploy/systemd");

  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private static List<JsonNode> documents(Path file) throws IOException {
    try (MappingIterator<JsonNode> all = YAML.readerFor(JsonNode.class).readValues(file.toFile())) {
      return all.readAll();
    }
  }

  static Stream<Path> workflows() throws IOException {
    try (Stream<Path> files = Files.list(WORKFLOWS)) {
      return files.sorted().toList().stream();
    }
  }

  static Stream<Path> allFiles() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("deploy"))) {
      List<Path> all = new ArrayList<>(files.filter(Files::isRegularFile).toList());
      all.addAll(workflows().toList());
      return all.stream();
    }
  }

  /** Parsing alone: nothing is run. */
  private static CommandLine parsed(List<String> arguments) {
    CommandLine commands =
        Main.commandLine(
            Terminal.ofProcess(),
            PerformanceSuite::new,
            (log, work) -> {
              throw new AssertionError("nothing should be run");
            });
    CommandLine.ParseResult result = commands.parseArgs(arguments.toArray(String[]::new));
    while (result.hasSubcommand()) {
      result = result.subcommand();
    }
    return result.commandSpec().commandLine();
  }

  private static List<List<String>> parsedCommands(String shell) {
    List<List<String>> commands = new ShellText(shell).ofOurJar();
    commands.forEach(ReadyFilesTest::parsed);
    return commands;
  }

  private static String option(List<String> command, String name) {
    assertThat(command).contains(name);
    return command.get(command.indexOf(name) + 1);
  }

  private static JsonNode only(JsonNode list) {
    assertThat(list).hasSize(1);
    return list.get(0);
  }

  private static String run(JsonNode job) {
    StringBuilder script = new StringBuilder();
    job.at("/steps").forEach(step -> script.append(step.path("run").asText()).append('\n'));
    return script.toString();
  }

  @Test
  void everyCommandOfAWorkflowIsOneOfOurs() throws IOException {
    List<String> names = new ArrayList<>();
    for (Path workflow : workflows().toList()) {
      for (JsonNode job : only(documents(workflow)).path("jobs")) {
        parsedCommands(run(job)).forEach(command -> names.add(command.get(0)));
        for (List<String> command : new ShellText(run(job)).commands()) {
          if (command.get(0).startsWith(".ci/")) {
            assertThat(ROOT.resolve(command.get(0))).isExecutable();
          }
        }
      }
    }
    assertThat(names).containsExactlyInAnyOrder("ab", "suite", "merge", "nightly", "baseline");
  }

  private static JsonNode only(List<JsonNode> documents) {
    assertThat(documents).hasSize(1);
    return documents.get(0);
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void jobsOfAWorkflowNeedJobsThatAreThere(Path workflow) throws IOException {
    JsonNode file = only(documents(workflow));
    assertThat(file.has("name")).isTrue();
    assertThat(file.has("on")).isTrue();
    file.path("jobs")
        .forEach(
            job -> {
              assertThat(job.path("runs-on").asText()).isNotEmpty();
              if (job.has("needs")) {
                assertThat(file.path("jobs").has(job.path("needs").asText())).isTrue();
              }
              job.path("steps")
                  .forEach(step -> assertThat(step.has("run") ^ step.has("uses")).isTrue());
            });
  }

  @Test
  void theNightOnGitHubMeasuresEachPartOnce() throws IOException {
    JsonNode file = only(documents(WORKFLOWS.resolve("nightly.yml")));
    assertThat(cron(only(file.at("/on/schedule")).path("cron").asText())).isNotNull();
    JsonNode measure = file.at("/jobs/measure");
    String shard = option(parsedCommands(run(measure)).get(0), "--shard");
    List<Shard> parts = new ArrayList<>();
    for (JsonNode part : measure.at("/strategy/matrix/part")) {
      parts.add(Shard.parse(shard.replace("${{ matrix.part }}", part.asText()), Map.of()));
    }
    assertThat(parts).isNotEmpty().doesNotHaveDuplicates();
    assertThat(parts).allMatch(part -> part.count() == parts.size());

    List<List<String>> judge = parsedCommands(run(file.at("/jobs/judge")));
    assertThat(option(judge.get(1), "--history"))
        .isEqualTo(option(parsedCommands(run(measure)).get(0), "--history"));
    assertThat(option(judge.get(1), "--measured")).isEqualTo(option(judge.get(0), "-o"));
    assertThat(option(judge.get(2), "--baselines")).isEqualTo(option(judge.get(1), "--baselines"));
    assertThat(judge.get(2).get(3)).startsWith(option(judge.get(1), "--nights"));
  }

  @Test
  void theIndexedJobTellsEachPodItsPart() throws IOException {
    JsonNode measure = documents(KUBERNETES).get(0);
    JsonNode job = measure.at("/spec/jobTemplate/spec");
    assertThat(job.path("completionMode").asText()).isEqualTo("Indexed");
    int pods = job.path("completions").asInt();
    assertThat(job.path("parallelism").asInt()).isEqualTo(pods);

    JsonNode pod = job.at("/template");
    JsonNode container = only(pod.at("/spec/containers"));
    String shell = container.path("args").get(0).asText();
    List<String> suite = parsedCommands(shell).get(0);
    assertThat(option(suite, "--shard")).isEqualTo(Shard.AUTO);
    assertThat(option(suite, "--reports")).endsWith("/$JOB_COMPLETION_INDEX");
    String shards = environment(container).get("AMORSIZE_SHARDS");
    for (int index = 0; index < pods; index++) {
      Map<String, String> variables =
          Map.of("JOB_COMPLETION_INDEX", Integer.toString(index), "AMORSIZE_SHARDS", shards);
      assertThat(Shard.parse(Shard.AUTO, variables)).isEqualTo(new Shard(index + 1, pods));
    }
    JsonNode wanted =
        only(
            pod.at(
                "/spec/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution"));
    assertThat(wanted.at("/labelSelector/matchLabels")).isEqualTo(pod.at("/metadata/labels"));
  }

  @Test
  void onePodJoinsWhatTheOthersMeasuredWhenTheyAreDone() throws IOException {
    List<JsonNode> both = documents(KUBERNETES);
    assertThat(both).hasSize(2);
    JsonNode container = container(both.get(1));
    List<List<String>> commands = parsedCommands(container.path("args").get(0).asText());
    assertThat(commands).extracting(words -> words.get(0)).containsExactly("merge", "nightly");
    assertThat(option(commands.get(1), "--measured")).isEqualTo(option(commands.get(0), "-o"));
    assertThat(container.path("command").toString()).isEqualTo("[\"/bin/sh\",\"-ec\"]");
    LocalTime measured = cron(both.get(0).at("/spec/schedule").asText());
    assertThat(cron(both.get(1).at("/spec/schedule").asText())).isAfter(measured);
    assertThat(environment(container).get(HistoryOptions.VARIABLE))
        .startsWith("jdbc:postgresql://")
        .isEqualTo(environment(container(both.get(0))).get(HistoryOptions.VARIABLE));
    assertThat(environment(container)).containsKey("AMORSIZE_WEBHOOK");
    for (JsonNode job : both) {
      assertThat(job.path("kind").asText()).isEqualTo("CronJob");
      assertThat(job.path("apiVersion").asText()).isEqualTo("batch/v1");
      assertThat(job.at("/spec/concurrencyPolicy").asText()).isEqualTo("Forbid");
      assertThat(only(container(job).path("volumeMounts")).path("name"))
          .isEqualTo(only(job.at("/spec/jobTemplate/spec/template/spec/volumes")).path("name"));
      assertThat(container(job).at("/resources/requests"))
          .isEqualTo(container(job).at("/resources/limits"));
    }
  }

  private static JsonNode container(JsonNode job) {
    return only(job.at("/spec/jobTemplate/spec/template/spec/containers"));
  }

  private static Map<String, String> environment(JsonNode container) {
    Map<String, String> variables = new java.util.LinkedHashMap<>();
    container
        .path("env")
        .forEach(entry -> variables.put(entry.path("name").asText(), entry.path("value").asText()));
    return variables;
  }

  @Test
  void theLinesOfCronRunANightAndLookWhetherOneIsMissing() throws IOException {
    List<String> names = new ArrayList<>();
    for (String line : Files.readAllLines(CRON)) {
      Matcher entry = Pattern.compile("((?:\\S+\\s+){5})([a-z]\\S*)\\s+(.*)").matcher(line);
      if (!line.startsWith("#") && entry.matches()) {
        assertThat(cron(entry.group(1).strip())).isNotNull();
        parsedCommands(entry.group(3)).forEach(command -> names.add(command.get(0)));
        assertThat(entry.group(3))
            .as("a percent sign is a line's end for cron")
            .doesNotContain("%");
      }
    }
    assertThat(names).containsExactly("nightly", "history");
  }

  @Test
  void theTimerStartsTheServiceOfItsName() throws IOException {
    String service = Files.readString(SYSTEMD.resolve("amorsize-nightly.service"));
    Matcher start = Pattern.compile("(?m)^ExecStart=(.*)$").matcher(service);
    assertThat(start.find()).isTrue();
    assertThat(parsedCommands(start.group(1))).containsExactly(List.of("nightly"));
    assertThat(SYSTEMD.resolve("amorsize-nightly.timer"))
        .content()
        .containsPattern("(?m)^OnCalendar=\\*-\\*-\\* ([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d$")
        .contains("[Install]\nWantedBy=timers.target");
  }

  @ParameterizedTest
  @MethodSource("allFiles")
  void noHostIsNamedButExamplesAndTheDocumentation(Path file) throws IOException {
    String text = Files.readString(file);
    Matcher hosts = Pattern.compile("(?:https?|postgresql)://([^/\\s\"']+)").matcher(text);
    while (hosts.find()) {
      assertThat(hosts.group(1)).isIn("github.com", "postgres");
    }
    Matcher images = Pattern.compile("(?m)^\\s*image: (\\S+)$").matcher(text);
    while (images.find()) {
      assertThat(images.group(1)).startsWith("registry.example.com/");
    }
    Matcher actions = Pattern.compile("uses: (\\S+)").matcher(text);
    while (actions.find()) {
      assertThat(actions.group(1)).matches("actions/[a-z/-]+@v\\d+");
    }
  }

  /** The time of day of a schedule of five fields that names one. */
  private static LocalTime cron(String schedule) {
    String[] fields = schedule.split("\\s+");
    assertThat(fields).as(schedule).hasSize(5);
    assertThat(List.of(fields).subList(2, 5)).as(schedule).containsOnly("*");
    return LocalTime.of(Integer.parseInt(fields[1]), Integer.parseInt(fields[0]));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '"',
      value = {
        "a b && java -jar x/benchmarks.jar nightly -o f >> log 2>&1 || echo 1 # nightly,-o,f",
        "java -jar benchmarks.jar ab --build 'mvn -q x' -- Dial # ab,--build,mvn -q x,--,Dial",
        "x=$(date -u +%F); java -jar benchmarks.jar merge parts/$x/*/* # merge,parts/$x/*/*",
      })
  void theShellIsReadAsFarAsItIsUsed(String shell, String words) {
    assertThat(new ShellText(shell).ofOurJar()).containsExactly(List.of(words.split(",")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nightly --nosuch", "history chek", "suite --shard", "nightly --forks x"})
  void whatTheProgramDoesNotKnowIsFound(String command) {
    assertThatThrownBy(() -> parsedCommands("java -jar benchmarks.jar " + command))
        .isInstanceOf(CommandLine.ParameterException.class);
  }
}
