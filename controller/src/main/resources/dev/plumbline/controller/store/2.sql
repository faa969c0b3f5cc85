-- `message` is the job as it was asked for; the values of its secrets are in memory only, their names are here.
CREATE TABLE jobs (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  over INTEGER NOT NULL,
  message BLOB NOT NULL,
  user TEXT NOT NULL,
  forced INTEGER NOT NULL,
  secrets TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  generation INTEGER NOT NULL,
  drifted INTEGER NOT NULL,
  verdict TEXT,
  cause TEXT,
  why TEXT,
  code INTEGER,
  exit_code INTEGER,
  exit_cause TEXT,
  exit_lines TEXT,
  exit_rank INTEGER,
  bytes_sent INTEGER NOT NULL,
  log_size INTEGER NOT NULL
) STRICT;

CREATE INDEX jobs_under_way ON jobs (id) WHERE over = 0;

CREATE TABLE job_states (
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  phase TEXT NOT NULL,
  why TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (job, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE job_places (
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  node TEXT NOT NULL,
  address TEXT NOT NULL,
  slots INTEGER NOT NULL,
  ranks INTEGER NOT NULL,
  PRIMARY KEY (job, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE job_shares (
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  node TEXT NOT NULL,
  clean INTEGER NOT NULL,
  given_up TEXT NOT NULL,
  collected INTEGER NOT NULL,
  missing TEXT NOT NULL,
  cpu_ms INTEGER,
  memory_peak INTEGER,
  PRIMARY KEY (job, node)
) STRICT, WITHOUT ROWID;

CREATE TABLE job_outputs (
  job INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  node TEXT NOT NULL,
  position INTEGER NOT NULL,
  path TEXT NOT NULL,
  hash TEXT NOT NULL,
  size INTEGER NOT NULL,
  executable INTEGER NOT NULL,
  PRIMARY KEY (job, node, position)
) STRICT, WITHOUT ROWID;

-- `job` is the one that could not be cleaned up there; null if a person drained the node.
CREATE TABLE drains (
  node TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  user TEXT NOT NULL,
  since INTEGER NOT NULL,
  job INTEGER
) STRICT, WITHOUT ROWID;
