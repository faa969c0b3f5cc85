CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE generations (
  number INTEGER PRIMARY KEY,
  hash TEXT NOT NULL,
  cluster TEXT NOT NULL,
  source TEXT NOT NULL,
  at INTEGER NOT NULL,
  user TEXT NOT NULL
) STRICT;

-- Equal catalogs of many generations are kept once. No secrets: an entry names them by digest.
CREATE TABLE catalogs (
  hash TEXT PRIMARY KEY,
  entries TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE generation_nodes (
  generation INTEGER NOT NULL REFERENCES generations (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  node TEXT NOT NULL,
  address TEXT NOT NULL,
  slots INTEGER NOT NULL,
  groups TEXT NOT NULL,
  catalog TEXT REFERENCES catalogs (hash),
  PRIMARY KEY (generation, position),
  UNIQUE (generation, node)
) STRICT, WITHOUT ROWID;

CREATE TABLE nodes (
  name TEXT PRIMARY KEY,
  machine_id TEXT,
  host_key TEXT,
  build TEXT,
  since INTEGER,
  revision INTEGER NOT NULL,
  revision_generation INTEGER NOT NULL,
  revision_hash TEXT NOT NULL,
  applied_generation INTEGER,
  applied_revision INTEGER,
  applied_hash TEXT,
  applied_at INTEGER,
  state TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE linked (
  node TEXT NOT NULL REFERENCES nodes (name) ON DELETE CASCADE,
  of_node TEXT NOT NULL,
  resource TEXT NOT NULL,
  attribute TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (node, of_node, resource, attribute)
) STRICT, WITHOUT ROWID;

CREATE TABLE unfinished (
  node TEXT NOT NULL REFERENCES nodes (name) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  resource TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('failed', 'waiting', 'skipped')),
  message TEXT NOT NULL,
  remedy TEXT NOT NULL,
  PRIMARY KEY (node, position)
) STRICT, WITHOUT ROWID;

-- The value of a secret is never here.
CREATE TABLE exports (
  node TEXT NOT NULL,
  resource TEXT NOT NULL,
  attribute TEXT NOT NULL,
  value TEXT,
  digest TEXT NOT NULL,
  PRIMARY KEY (node, resource, attribute)
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  verb TEXT NOT NULL,
  generation INTEGER NOT NULL,
  user TEXT NOT NULL,
  started INTEGER NOT NULL,
  duration_ms INTEGER,
  exit_code INTEGER,
  note TEXT
) STRICT;

CREATE TABLE run_nodes (
  run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  node TEXT NOT NULL,
  state TEXT NOT NULL,
  changed INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  waiting INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE certificates (
  serial TEXT PRIMARY KEY,
  node TEXT NOT NULL,
  machine_id TEXT NOT NULL,
  signed INTEGER NOT NULL,
  not_after INTEGER NOT NULL,
  revoked INTEGER
) STRICT, WITHOUT ROWID;
