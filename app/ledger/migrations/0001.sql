-- SPDX-FileCopyrightText: 2026 The Stile founders
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The first record book. README.md beside this folder says what each column holds.

CREATE TABLE station (
  id   TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  name TEXT NOT NULL CHECK (name <> ''),
  here INTEGER NOT NULL CHECK (here IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX station_here ON station (here) WHERE here = 1;

CREATE TABLE key_slot (
  slot    INTEGER PRIMARY KEY,
  kind    TEXT NOT NULL CHECK (kind IN ('passphrase', 'recovery')),
  adviser TEXT NOT NULL CHECK ((kind = 'recovery') = (adviser = '')),
  salt    BLOB NOT NULL CHECK (length (salt) = 16),
  ops     INTEGER NOT NULL,
  mem     INTEGER NOT NULL,
  wrapped BLOB NOT NULL CHECK (length (wrapped) = 72),
  UNIQUE (kind, adviser)
) STRICT;

CREATE TABLE case_key (
  case_id TEXT PRIMARY KEY NOT NULL CHECK (length (case_id) = 36),
  wrapped BLOB NOT NULL CHECK (length (wrapped) = 72)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
  seq         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE CHECK (length (id) = 36),
  case_id     TEXT NOT NULL CHECK (length (case_id) = 36),
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

CREATE INDEX entry_case ON entry (case_id, seq);
CREATE INDEX entry_kind ON entry (kind, seq);

-- The book is append-only for our own programs too. Erasing takes the contents and nothing else.
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

CREATE TABLE form (
  digest  TEXT PRIMARY KEY NOT NULL CHECK (digest <> ''),
  id      TEXT NOT NULL,
  version TEXT NOT NULL,
  xml     BLOB NOT NULL
) STRICT;
