-- SPDX-FileCopyrightText: 2026 The Stile founders
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Entries about the book itself have the case id 'book', which the first version had no room for.

CREATE TABLE new_case_key (
  case_id TEXT PRIMARY KEY NOT NULL CHECK (length (case_id) = 36 OR case_id = 'book'),
  wrapped BLOB NOT NULL CHECK (length (wrapped) = 72)
) STRICT, WITHOUT ROWID;

INSERT INTO new_case_key SELECT case_id, wrapped FROM case_key;
DROP TABLE case_key;
ALTER TABLE new_case_key RENAME TO case_key;

CREATE TABLE new_entry (
  seq         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE CHECK (length (id) = 36),
  case_id     TEXT NOT NULL CHECK (length (case_id) = 36 OR case_id = 'book'),
  kind        TEXT NOT NULL CHECK (kind <> ''),
  at          TEXT NOT NULL CHECK (length (at) = 24),
  station     TEXT NOT NULL REFERENCES station (id),
  station_seq INTEGER NOT NULL CHECK (station_seq > 0),
  adviser     TEXT NOT NULL,
  sealed      BLOB,
  digest      BLOB NOT NULL CHECK (length (digest) = 32),
  chain       BLOB NOT NULL CHECK (length (chain) = 32),
  UNIQUE (station, station_seq)
) STRICT;

INSERT INTO new_entry (seq, id, case_id, kind, at, station, station_seq, adviser, sealed, digest,
                       chain)
  SELECT seq, id, case_id, kind, at, station, station_seq, adviser, sealed, digest, chain
  FROM entry ORDER BY seq;
DROP TABLE entry;
ALTER TABLE new_entry RENAME TO entry;

CREATE INDEX entry_case ON entry (case_id, seq);
CREATE INDEX entry_kind ON entry (kind, seq);

CREATE TRIGGER entry_stays BEFORE DELETE ON entry
BEGIN
  SELECT raise (ABORT, 'entries are never deleted');
END;

CREATE TRIGGER entry_is_final
BEFORE UPDATE OF seq, id, case_id, kind, at, station, station_seq, adviser, digest, chain ON entry
BEGIN
  SELECT raise (ABORT, 'entries are never changed');
END;

CREATE TRIGGER entry_is_only_erased BEFORE UPDATE OF sealed ON entry WHEN NEW.sealed IS NOT NULL
BEGIN
  SELECT raise (ABORT, 'contents are never changed');
END;
