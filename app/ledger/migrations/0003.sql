-- SPDX-FileCopyrightText: 2026 The Stile founders
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Several advisers with roles, keys that can be renewed without everybody's passphrase, and a wait
-- after wrong ones. Slots of format 1 hold the master key straight under the passphrase; whoever
-- opens one next gets format 2 in its place. The first adviser becomes the manager.

CREATE TABLE new_key_slot (
  slot    INTEGER PRIMARY KEY,
  kind    TEXT NOT NULL CHECK (kind IN ('passphrase', 'recovery')),
  adviser TEXT NOT NULL CHECK ((kind = 'recovery') = (adviser = '')),
  role    TEXT NOT NULL CHECK (role IN ('adviser', 'manager', '') AND (role = '') = (adviser = '')),
  format  INTEGER NOT NULL CHECK (format IN (1, 2)),
  salt    BLOB NOT NULL CHECK (length (salt) = 16),
  ops     INTEGER NOT NULL,
  mem     INTEGER NOT NULL,
  wrapped BLOB NOT NULL CHECK (length (wrapped) = CASE format WHEN 1 THEN 72 ELSE 104 END),
  public  BLOB CHECK (length (public) = 32),
  sealing BLOB CHECK (length (sealing) = 72),
  sender  BLOB CHECK (length (sender) = 32),
  master  BLOB CHECK (length (master) = 72),
  UNIQUE (kind, adviser),
  CHECK ((format = 1) = (public IS NULL) AND (format = 1) = (sealing IS NULL)
         AND (format = 1) = (sender IS NULL) AND (format = 1) = (master IS NULL))
) STRICT;

INSERT INTO new_key_slot (slot, kind, adviser, role, format, salt, ops, mem, wrapped)
  SELECT slot, kind, adviser,
    CASE
      WHEN kind = 'recovery' THEN ''
      WHEN slot = (SELECT min (slot) FROM key_slot WHERE kind = 'passphrase') THEN 'manager'
      ELSE 'adviser'
    END,
    1, salt, ops, mem, wrapped
  FROM key_slot ORDER BY slot;
DROP TABLE key_slot;
ALTER TABLE new_key_slot RENAME TO key_slot;

CREATE TABLE book_key (
  name       TEXT PRIMARY KEY NOT NULL CHECK (name = 'chain'),
  generation INTEGER NOT NULL CHECK (generation > 0),
  wrapped    BLOB NOT NULL CHECK (length (wrapped) = 72)
) STRICT, WITHOUT ROWID;

-- Wrong tries in a row. Times are milliseconds since the computer was started, and boot says which
-- start that was.
CREATE TABLE guard (
  kind     TEXT NOT NULL CHECK (kind IN ('passphrase', 'recovery')),
  adviser  TEXT NOT NULL,
  failures INTEGER NOT NULL CHECK (failures >= 0),
  boot     TEXT NOT NULL,
  at       INTEGER NOT NULL,
  PRIMARY KEY (kind, adviser)
) STRICT, WITHOUT ROWID;

-- What waits to become an entry: nothing can be sealed while the book is locked.
CREATE TABLE failed_unlock (
  number  INTEGER PRIMARY KEY,
  kind    TEXT NOT NULL CHECK (kind IN ('passphrase', 'recovery')),
  adviser TEXT NOT NULL,
  at      TEXT NOT NULL CHECK (length (at) = 24)
) STRICT;
