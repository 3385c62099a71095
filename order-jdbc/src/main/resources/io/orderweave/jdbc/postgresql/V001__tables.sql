-- The first schema. Texts are compared byte by byte (collation "C"), which in UTF-8 is by code point, whatever the
-- database's own collation and its version are. Moments are microseconds since 1970-01-01T00:00:00Z. JSON is kept as bytes:
-- the stores never look into it.

-- Collections: a column for each field of one value, a side table for each field of several.

CREATE TABLE ${schema}${prefix}orders (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  version bigint NOT NULL,
  schema_number integer NOT NULL,
  external_ref text COLLATE "C",
  number text COLLATE "C",
  connection text COLLATE "C",
  status text COLLATE "C",
  phase text COLLATE "C",
  payment_state text COLLATE "C",
  shipping_state text COLLATE "C",
  document_state text COLLATE "C",
  placed_at bigint,
  json bytea NOT NULL
);
CREATE UNIQUE INDEX ${prefix}orders_by_external_ref ON ${schema}${prefix}orders (external_ref);
CREATE INDEX ${prefix}orders_by_number ON ${schema}${prefix}orders (number);
-- Lists are of two filters or more, newest first. Each of these answers a filter on its first column in that order and looks at the
-- others without reading a row; the one by time serves filters on values that are common. Chosen by measurement: docs/benchmarks.md.
CREATE INDEX ${prefix}orders_by_placed_at ON ${schema}${prefix}orders
  (placed_at, status, phase, payment_state, shipping_state, document_state, connection);
CREATE INDEX ${prefix}orders_by_status ON ${schema}${prefix}orders
  (status, placed_at, payment_state, shipping_state, document_state, connection);
CREATE INDEX ${prefix}orders_by_phase ON ${schema}${prefix}orders
  (phase, placed_at, payment_state, shipping_state, document_state, connection);
CREATE INDEX ${prefix}orders_by_payment_state ON ${schema}${prefix}orders
  (payment_state, placed_at, shipping_state, document_state, connection);

CREATE TABLE ${schema}${prefix}orders_line_refs (
  id text COLLATE "C" NOT NULL REFERENCES ${schema}${prefix}orders (id) ON DELETE CASCADE,
  value text COLLATE "C" NOT NULL,
  PRIMARY KEY (id, value)
);
CREATE INDEX ${prefix}orders_line_refs_by_value ON ${schema}${prefix}orders_line_refs (value);

CREATE TABLE ${schema}${prefix}orders_payment_refs (
  id text COLLATE "C" NOT NULL REFERENCES ${schema}${prefix}orders (id) ON DELETE CASCADE,
  value text COLLATE "C" NOT NULL,
  PRIMARY KEY (id, value)
);
CREATE INDEX ${prefix}orders_payment_refs_by_value ON ${schema}${prefix}orders_payment_refs (value);

CREATE TABLE ${schema}${prefix}orders_tags (
  id text COLLATE "C" NOT NULL REFERENCES ${schema}${prefix}orders (id) ON DELETE CASCADE,
  value text COLLATE "C" NOT NULL,
  PRIMARY KEY (id, value)
);
CREATE INDEX ${prefix}orders_tags_by_value ON ${schema}${prefix}orders_tags (value);

-- Orders moved aside, each with its history: the same fields, fewer indexes, and the entries that went with it.

CREATE TABLE ${schema}${prefix}archived_orders (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  version bigint NOT NULL,
  schema_number integer NOT NULL,
  external_ref text COLLATE "C",
  number text COLLATE "C",
  connection text COLLATE "C",
  status text COLLATE "C",
  phase text COLLATE "C",
  payment_state text COLLATE "C",
  shipping_state text COLLATE "C",
  document_state text COLLATE "C",
  placed_at bigint,
  json bytea NOT NULL
);
CREATE UNIQUE INDEX ${prefix}archived_orders_by_external_ref ON ${schema}${prefix}archived_orders (external_ref);
CREATE INDEX ${prefix}archived_orders_by_number ON ${schema}${prefix}archived_orders (number);
CREATE INDEX ${prefix}archived_orders_by_placed_at ON ${schema}${prefix}archived_orders (placed_at);

CREATE TABLE ${schema}${prefix}archived_orders_line_refs (
  id text COLLATE "C" NOT NULL REFERENCES ${schema}${prefix}archived_orders (id) ON DELETE CASCADE,
  value text COLLATE "C" NOT NULL,
  PRIMARY KEY (id, value)
);
CREATE INDEX ${prefix}archived_orders_line_refs_by_value ON ${schema}${prefix}archived_orders_line_refs (value);

CREATE TABLE ${schema}${prefix}archived_orders_payment_refs (
  id text COLLATE "C" NOT NULL REFERENCES ${schema}${prefix}archived_orders (id) ON DELETE CASCADE,
  value text COLLATE "C" NOT NULL,
  PRIMARY KEY (id, value)
);
CREATE INDEX ${prefix}archived_orders_payment_refs_by_value ON ${schema}${prefix}archived_orders_payment_refs (value);

CREATE TABLE ${schema}${prefix}archived_orders_tags (
  id text COLLATE "C" NOT NULL REFERENCES ${schema}${prefix}archived_orders (id) ON DELETE CASCADE,
  value text COLLATE "C" NOT NULL,
  PRIMARY KEY (id, value)
);
CREATE INDEX ${prefix}archived_orders_tags_by_value ON ${schema}${prefix}archived_orders_tags (value);

CREATE TABLE ${schema}${prefix}archived_orders_entries (
  id text COLLATE "C" NOT NULL REFERENCES ${schema}${prefix}archived_orders (id) ON DELETE CASCADE,
  value text COLLATE "C" NOT NULL,
  PRIMARY KEY (id, value)
);
CREATE INDEX ${prefix}archived_orders_entries_by_value ON ${schema}${prefix}archived_orders_entries (value);

CREATE TABLE ${schema}${prefix}payments (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  version bigint NOT NULL,
  schema_number integer NOT NULL,
  order_id text COLLATE "C",
  transaction_id text COLLATE "C",
  json bytea NOT NULL
);
CREATE INDEX ${prefix}payments_by_order_id ON ${schema}${prefix}payments (order_id);
CREATE INDEX ${prefix}payments_by_transaction_id ON ${schema}${prefix}payments (transaction_id);

CREATE TABLE ${schema}${prefix}bank_transactions (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  version bigint NOT NULL,
  schema_number integer NOT NULL,
  replay_key text COLLATE "C",
  match_state text COLLATE "C",
  received_at bigint,
  json bytea NOT NULL
);
CREATE UNIQUE INDEX ${prefix}bank_transactions_by_replay_key ON ${schema}${prefix}bank_transactions (replay_key);
CREATE INDEX ${prefix}bank_transactions_by_match_state ON ${schema}${prefix}bank_transactions (match_state, received_at);
CREATE INDEX ${prefix}bank_transactions_by_received_at ON ${schema}${prefix}bank_transactions (received_at);

CREATE TABLE ${schema}${prefix}shipments (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  version bigint NOT NULL,
  schema_number integer NOT NULL,
  order_id text COLLATE "C",
  connection text COLLATE "C",
  tracking_number text COLLATE "C",
  tracking_open text COLLATE "C",
  label text COLLATE "C",
  json bytea NOT NULL
);
CREATE INDEX ${prefix}shipments_by_order_id ON ${schema}${prefix}shipments (order_id);
CREATE INDEX ${prefix}shipments_by_tracking_number ON ${schema}${prefix}shipments (tracking_number);
CREATE INDEX ${prefix}shipments_by_tracking_open ON ${schema}${prefix}shipments (tracking_open);
CREATE INDEX ${prefix}shipments_by_label ON ${schema}${prefix}shipments (label);

CREATE TABLE ${schema}${prefix}documents (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  version bigint NOT NULL,
  schema_number integer NOT NULL,
  order_id text COLLATE "C",
  number_key text COLLATE "C",
  issued_at bigint,
  json bytea NOT NULL
);
CREATE INDEX ${prefix}documents_by_order_id ON ${schema}${prefix}documents (order_id);
CREATE UNIQUE INDEX ${prefix}documents_by_number_key ON ${schema}${prefix}documents (number_key);
CREATE INDEX ${prefix}documents_by_issued_at ON ${schema}${prefix}documents (issued_at);

CREATE TABLE ${schema}${prefix}documents_payment_refs (
  id text COLLATE "C" NOT NULL REFERENCES ${schema}${prefix}documents (id) ON DELETE CASCADE,
  value text COLLATE "C" NOT NULL,
  PRIMARY KEY (id, value)
);
CREATE INDEX ${prefix}documents_payment_refs_by_value ON ${schema}${prefix}documents_payment_refs (value);

CREATE TABLE ${schema}${prefix}decisions (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  version bigint NOT NULL,
  schema_number integer NOT NULL,
  subject text COLLATE "C",
  entry_id text COLLATE "C",
  json bytea NOT NULL
);
CREATE INDEX ${prefix}decisions_by_subject ON ${schema}${prefix}decisions (subject);
CREATE INDEX ${prefix}decisions_by_entry_id ON ${schema}${prefix}decisions (entry_id);

CREATE TABLE ${schema}${prefix}configuration (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  version bigint NOT NULL,
  schema_number integer NOT NULL,
  kind text COLLATE "C",
  json bytea NOT NULL
);
CREATE INDEX ${prefix}configuration_by_kind ON ${schema}${prefix}configuration (kind);

CREATE TABLE ${schema}${prefix}checkpoints (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  version bigint NOT NULL,
  schema_number integer NOT NULL,
  json bytea NOT NULL
);

CREATE TABLE ${schema}${prefix}tokens (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  version bigint NOT NULL,
  schema_number integer NOT NULL,
  json bytea NOT NULL
);

CREATE TABLE ${schema}${prefix}quarantine (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  version bigint NOT NULL,
  schema_number integer NOT NULL,
  connection text COLLATE "C",
  state text COLLATE "C",
  raw text COLLATE "C",
  json bytea NOT NULL
);
CREATE INDEX ${prefix}quarantine_by_connection ON ${schema}${prefix}quarantine (connection);
CREATE INDEX ${prefix}quarantine_by_state ON ${schema}${prefix}quarantine (state);
CREATE INDEX ${prefix}quarantine_by_raw ON ${schema}${prefix}quarantine (raw);

CREATE TABLE ${schema}${prefix}unmapped_terms (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  version bigint NOT NULL,
  schema_number integer NOT NULL,
  connection text COLLATE "C",
  json bytea NOT NULL
);
CREATE INDEX ${prefix}unmapped_terms_by_connection ON ${schema}${prefix}unmapped_terms (connection);

-- The other stores.

CREATE TABLE ${schema}${prefix}journal (
  id text COLLATE "C" NOT NULL PRIMARY KEY,
  subject text COLLATE "C" NOT NULL,
  sequence bigint NOT NULL,
  at bigint NOT NULL,
  event text COLLATE "C" NOT NULL,
  cause text COLLATE "C",
  snapshot smallint NOT NULL,
  json bytea NOT NULL,
  UNIQUE (subject, sequence)
);

CREATE TABLE ${schema}${prefix}effects (
  effect_key text COLLATE "C" NOT NULL PRIMARY KEY,
  subject text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  connection text COLLATE "C",
  state text COLLATE "C" NOT NULL,
  due bigint,
  created_at bigint NOT NULL,
  version bigint NOT NULL,
  schema_number integer NOT NULL,
  json bytea NOT NULL
);
CREATE INDEX ${prefix}effects_by_subject ON ${schema}${prefix}effects (subject, created_at, effect_key);
CREATE INDEX ${prefix}effects_by_state ON ${schema}${prefix}effects (state, created_at, effect_key);
CREATE INDEX ${prefix}effects_by_creation ON ${schema}${prefix}effects (created_at, effect_key);
-- Most effects are done and never due again.
CREATE INDEX ${prefix}effects_by_due ON ${schema}${prefix}effects (due, effect_key) WHERE due IS NOT NULL;

CREATE TABLE ${schema}${prefix}series (
  counter text COLLATE "C" NOT NULL PRIMARY KEY,
  last_number bigint NOT NULL
);

CREATE TABLE ${schema}${prefix}leases (
  name text COLLATE "C" NOT NULL PRIMARY KEY,
  owner text COLLATE "C" NOT NULL,
  token bigint NOT NULL,
  held_until bigint NOT NULL
);

CREATE TABLE ${schema}${prefix}blobs (
  sha256 text COLLATE "C" NOT NULL PRIMARY KEY,
  content bytea NOT NULL
);
