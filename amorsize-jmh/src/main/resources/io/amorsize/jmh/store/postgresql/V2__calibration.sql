-- What a calibration learned last on a host: the document amorsize.noise/1.
CREATE TABLE calibration (
  fingerprint TEXT PRIMARY KEY,
  document TEXT NOT NULL
);
