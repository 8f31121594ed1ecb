-- A run. What its JSON holds beside hash and time is its origin; name, commit and branch stand in
-- columns of their own for queries by hand.
CREATE TABLE run (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  measured_at BIGINT NOT NULL,
  recorded_at BIGINT NOT NULL,
  name TEXT NOT NULL,
  commit_hash TEXT,
  branch TEXT,
  origin TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  result_count INTEGER NOT NULL,
  results BYTEA
);

-- What is followed: a metric of a benchmark. The key in JSON is what counts.
CREATE TABLE series (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  identity TEXT NOT NULL UNIQUE,
  benchmark TEXT NOT NULL,
  metric TEXT NOT NULL,
  key TEXT NOT NULL
);

-- How something was measured: unit, settings, plan. Few, each for many samples.
CREATE TABLE shape (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  identity TEXT NOT NULL UNIQUE,
  facts TEXT NOT NULL
);

-- What a run says of a series.
CREATE TABLE sample (
  series_id BIGINT NOT NULL REFERENCES series (id),
  run_id BIGINT NOT NULL REFERENCES run (id),
  position INTEGER NOT NULL,
  shape_id BIGINT NOT NULL REFERENCES shape (id),
  problem TEXT,
  scores BYTEA NOT NULL,
  PRIMARY KEY (series_id, run_id)
);

CREATE INDEX sample_of_run ON sample (run_id);

-- How much two sessions of the same code differ in a series: sd of the log ratio, and on how many
-- nights beyond the first of a commit it rests.
CREATE TABLE session_noise (
  series_id BIGINT PRIMARY KEY REFERENCES series (id),
  sd DOUBLE PRECISION NOT NULL,
  repeats INTEGER NOT NULL
);

-- The same in the middle series: one row, which is written first, so that those who replace the
-- table above take turns.
CREATE TABLE usual_noise (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  sd DOUBLE PRECISION NOT NULL
);
