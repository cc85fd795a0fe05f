-- SPDX-FileCopyrightText: 2026 The Stile founders
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The first directory. README.md beside this folder says what each column holds.

CREATE TABLE import (
  number   INTEGER PRIMARY KEY,
  at       TEXT NOT NULL,
  services INTEGER NOT NULL
) STRICT;

CREATE TABLE service (
  n            INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE CHECK (id <> ''),
  import       INTEGER NOT NULL REFERENCES import (number),
  name         TEXT NOT NULL CHECK (name <> ''),
  organization TEXT,
  status       TEXT,
  place        TEXT,
  areas        TEXT,
  languages    TEXT NOT NULL,
  interpreters INTEGER NOT NULL CHECK (interpreters IN (0, 1)),
  minimum_age  INTEGER,
  maximum_age  INTEGER,
  eligibility  TEXT,
  available    INTEGER,
  available_at TEXT,
  waiting      TEXT,
  waiting_days INTEGER,
  updated      TEXT,
  record       TEXT NOT NULL
) STRICT;

CREATE INDEX service_name ON service (name COLLATE NOCASE);

CREATE TABLE term (
  vocabulary TEXT NOT NULL,
  id         TEXT NOT NULL,
  service    INTEGER NOT NULL REFERENCES service (n) ON DELETE CASCADE,
  shown      TEXT NOT NULL,
  name       TEXT,
  PRIMARY KEY (vocabulary, id, service)
) STRICT, WITHOUT ROWID;

CREATE INDEX term_service ON term (service);

CREATE TABLE place (
  service   INTEGER NOT NULL REFERENCES service (n) ON DELETE CASCADE,
  district  TEXT,
  latitude  REAL,
  longitude REAL
) STRICT;

CREATE INDEX place_service ON place (service);
CREATE INDEX place_district ON place (district);

CREATE VIRTUAL TABLE word USING fts5 (
  name, terms, organization, rest,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

-- What the centre knows itself. Without a reference to the service: it outlives it.
CREATE TABLE overlay (
  service       TEXT PRIMARY KEY NOT NULL CHECK (service <> ''),
  route         TEXT,
  contact       TEXT,
  capacity      INTEGER CHECK (capacity >= 0),
  capacity_at   TEXT,
  waiting_days  INTEGER CHECK (waiting_days >= 0),
  waiting_at    TEXT,
  languages     TEXT,
  notes         TEXT,
  known         INTEGER NOT NULL CHECK (known IN (0, 1)),
  paused        INTEGER NOT NULL CHECK (paused IN (0, 1)),
  paused_reason TEXT,
  changed_at    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
