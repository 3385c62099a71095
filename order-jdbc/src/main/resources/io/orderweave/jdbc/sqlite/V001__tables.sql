-- The first schema. Texts are compared byte by byte (SQLite's own BINARY collation), which in UTF-8 is by code point.
-- Moments are microseconds since 1970-01-01T00:00:00Z. JSON is kept as bytes: the stores never look into it, and it stands
-- last in its row so that a search by columns need not read past it.

-- Collections: a column for each field of one value, a side table for each field of several.

CREATE TABLE ${prefix}orders (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  schema_number INTEGER NOT NULL,
  external_ref TEXT,
  number TEXT,
  connection TEXT,
  status TEXT,
  phase TEXT,
  payment_state TEXT,
  shipping_state TEXT,
  document_state TEXT,
  placed_at INTEGER,
  json BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX ${prefix}orders_by_external_ref ON ${prefix}orders (external_ref);
CREATE INDEX ${prefix}orders_by_number ON ${prefix}orders (number);
-- Lists are of two filters or more, newest first. Each of these answers a filter on its first column in that order and looks at the
-- others without reading a row; the one by time serves filters on values that are common. Chosen by measurement: docs/benchmarks.md.
CREATE INDEX ${prefix}orders_by_placed_at ON ${prefix}orders
  (placed_at, status, phase, payment_state, shipping_state, document_state, connection);
CREATE INDEX ${prefix}orders_by_status ON ${prefix}orders
  (status, placed_at, payment_state, shipping_state, document_state, connection);
CREATE INDEX ${prefix}orders_by_phase ON ${prefix}orders
  (phase, placed_at, payment_state, shipping_state, document_state, connection);
CREATE INDEX ${prefix}orders_by_payment_state ON ${prefix}orders
  (payment_state, placed_at, shipping_state, document_state, connection);

CREATE TABLE ${prefix}orders_line_refs (
  id TEXT NOT NULL REFERENCES ${prefix}orders (id) ON DELETE CASCADE,
  value TEXT NOT NULL,
  PRIMARY KEY (id, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX ${prefix}orders_line_refs_by_value ON ${prefix}orders_line_refs (value);

CREATE TABLE ${prefix}orders_payment_refs (
  id TEXT NOT NULL REFERENCES ${prefix}orders (id) ON DELETE CASCADE,
  value TEXT NOT NULL,
  PRIMARY KEY (id, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX ${prefix}orders_payment_refs_by_value ON ${prefix}orders_payment_refs (value);

CREATE TABLE ${prefix}orders_tags (
  id TEXT NOT NULL REFERENCES ${prefix}orders (id) ON DELETE CASCADE,
  value TEXT NOT NULL,
  PRIMARY KEY (id, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX ${prefix}orders_tags_by_value ON ${prefix}orders_tags (value);

-- Orders moved aside, each with its history: the same fields, fewer indexes, and the entries that went with it.

CREATE TABLE ${prefix}archived_orders (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  schema_number INTEGER NOT NULL,
  external_ref TEXT,
  number TEXT,
  connection TEXT,
  status TEXT,
  phase TEXT,
  payment_state TEXT,
  shipping_state TEXT,
  document_state TEXT,
  placed_at INTEGER,
  json BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX ${prefix}archived_orders_by_external_ref ON ${prefix}archived_orders (external_ref);
CREATE INDEX ${prefix}archived_orders_by_number ON ${prefix}archived_orders (number);
CREATE INDEX ${prefix}archived_orders_by_placed_at ON ${prefix}archived_orders (placed_at);

CREATE TABLE ${prefix}archived_orders_line_refs (
  id TEXT NOT NULL REFERENCES ${prefix}archived_orders (id) ON DELETE CASCADE,
  value TEXT NOT NULL,
  PRIMARY KEY (id, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX ${prefix}archived_orders_line_refs_by_value ON ${prefix}archived_orders_line_refs (value);

CREATE TABLE ${prefix}archived_orders_payment_refs (
  id TEXT NOT NULL REFERENCES ${prefix}archived_orders (id) ON DELETE CASCADE,
  value TEXT NOT NULL,
  PRIMARY KEY (id, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX ${prefix}archived_orders_payment_refs_by_value ON ${prefix}archived_orders_payment_refs (value);

CREATE TABLE ${prefix}archived_orders_tags (
  id TEXT NOT NULL REFERENCES ${prefix}archived_orders (id) ON DELETE CASCADE,
  value TEXT NOT NULL,
  PRIMARY KEY (id, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX ${prefix}archived_orders_tags_by_value ON ${prefix}archived_orders_tags (value);

CREATE TABLE ${prefix}archived_orders_entries (
  id TEXT NOT NULL REFERENCES ${prefix}archived_orders (id) ON DELETE CASCADE,
  value TEXT NOT NULL,
  PRIMARY KEY (id, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX ${prefix}archived_orders_entries_by_value ON ${prefix}archived_orders_entries (value);

CREATE TABLE ${prefix}payments (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  schema_number INTEGER NOT NULL,
  order_id TEXT,
  transaction_id TEXT,
  json BLOB NOT NULL
) STRICT;
CREATE INDEX ${prefix}payments_by_order_id ON ${prefix}payments (order_id);
CREATE INDEX ${prefix}payments_by_transaction_id ON ${prefix}payments (transaction_id);

CREATE TABLE ${prefix}bank_transactions (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  schema_number INTEGER NOT NULL,
  replay_key TEXT,
  match_state TEXT,
  received_at INTEGER,
  json BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX ${prefix}bank_transactions_by_replay_key ON ${prefix}bank_transactions (replay_key);
CREATE INDEX ${prefix}bank_transactions_by_match_state ON ${prefix}bank_transactions (match_state, received_at);
CREATE INDEX ${prefix}bank_transactions_by_received_at ON ${prefix}bank_transactions (received_at);

CREATE TABLE ${prefix}shipments (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  schema_number INTEGER NOT NULL,
  order_id TEXT,
  connection TEXT,
  tracking_number TEXT,
  tracking_open TEXT,
  label TEXT,
  json BLOB NOT NULL
) STRICT;
CREATE INDEX ${prefix}shipments_by_order_id ON ${prefix}shipments (order_id);
CREATE INDEX ${prefix}shipments_by_tracking_number ON ${prefix}shipments (tracking_number);
CREATE INDEX ${prefix}shipments_by_tracking_open ON ${prefix}shipments (tracking_open);
CREATE INDEX ${prefix}shipments_by_label ON ${prefix}shipments (label);

CREATE TABLE ${prefix}documents (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  schema_number INTEGER NOT NULL,
  order_id TEXT,
  number_key TEXT,
  issued_at INTEGER,
  json BLOB NOT NULL
) STRICT;
CREATE INDEX ${prefix}documents_by_order_id ON ${prefix}documents (order_id);
CREATE UNIQUE INDEX ${prefix}documents_by_number_key ON ${prefix}documents (number_key);
CREATE INDEX ${prefix}documents_by_issued_at ON ${prefix}documents (issued_at);

CREATE TABLE ${prefix}documents_payment_refs (
  id TEXT NOT NULL REFERENCES ${prefix}documents (id) ON DELETE CASCADE,
  value TEXT NOT NULL,
  PRIMARY KEY (id, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX ${prefix}documents_payment_refs_by_value ON ${prefix}documents_payment_refs (value);

CREATE TABLE ${prefix}decisions (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  schema_number INTEGER NOT NULL,
  subject TEXT,
  entry_id TEXT,
  json BLOB NOT NULL
) STRICT;
CREATE INDEX ${prefix}decisions_by_subject ON ${prefix}decisions (subject);
CREATE INDEX ${prefix}decisions_by_entry_id ON ${prefix}decisions (entry_id);

CREATE TABLE ${prefix}configuration (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  schema_number INTEGER NOT NULL,
  kind TEXT,
  json BLOB NOT NULL
) STRICT;
CREATE INDEX ${prefix}configuration_by_kind ON ${prefix}configuration (kind);

CREATE TABLE ${prefix}checkpoints (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  schema_number INTEGER NOT NULL,
  json BLOB NOT NULL
) STRICT;

CREATE TABLE ${prefix}tokens (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  schema_number INTEGER NOT NULL,
  json BLOB NOT NULL
) STRICT;

CREATE TABLE ${prefix}quarantine (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  schema_number INTEGER NOT NULL,
  connection TEXT,
  state TEXT,
  raw TEXT,
  json BLOB NOT NULL
) STRICT;
CREATE INDEX ${prefix}quarantine_by_connection ON ${prefix}quarantine (connection);
CREATE INDEX ${prefix}quarantine_by_state ON ${prefix}quarantine (state);
CREATE INDEX ${prefix}quarantine_by_raw ON ${prefix}quarantine (raw);

CREATE TABLE ${prefix}unmapped_terms (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  schema_number INTEGER NOT NULL,
  connection TEXT,
  json BLOB NOT NULL
) STRICT;
CREATE INDEX ${prefix}unmapped_terms_by_connection ON ${prefix}unmapped_terms (connection);

-- The other stores.

CREATE TABLE ${prefix}journal (
  id TEXT NOT NULL PRIMARY KEY,
  subject TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  at INTEGER NOT NULL,
  event TEXT NOT NULL,
  cause TEXT,
  snapshot INTEGER NOT NULL,
  json BLOB NOT NULL,
  UNIQUE (subject, sequence)
) STRICT;

CREATE TABLE ${prefix}effects (
  effect_key TEXT NOT NULL PRIMARY KEY,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  connection TEXT,
  state TEXT NOT NULL,
  due INTEGER,
  created_at INTEGER NOT NULL,
  version INTEGER NOT NULL,
  schema_number INTEGER NOT NULL,
  json BLOB NOT NULL
) STRICT;
CREATE INDEX ${prefix}effects_by_subject ON ${prefix}effects (subject, created_at, effect_key);
CREATE INDEX ${prefix}effects_by_state ON ${prefix}effects (state, created_at, effect_key);
CREATE INDEX ${prefix}effects_by_creation ON ${prefix}effects (created_at, effect_key);
-- Most effects are done and never due again.
CREATE INDEX ${prefix}effects_by_due ON ${prefix}effects (due, effect_key) WHERE due IS NOT NULL;

CREATE TABLE ${prefix}series (
  counter TEXT NOT NULL PRIMARY KEY,
  last_number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE ${prefix}leases (
  name TEXT NOT NULL PRIMARY KEY,
  owner TEXT NOT NULL,
  token INTEGER NOT NULL,
  held_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE ${prefix}blobs (
  sha256 TEXT NOT NULL PRIMARY KEY,
  content BLOB NOT NULL
) STRICT;
