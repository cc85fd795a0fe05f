-- SPDX-FileCopyrightText: 2026 The Stile founders
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What reading all entries came to, so that it need not be done again at each unlocking. A row says
-- nothing that entries do not: it may be missing, out of date or damaged, and is then made anew.

CREATE TABLE summary (
  name   TEXT PRIMARY KEY NOT NULL CHECK (name <> ''),
  seq    INTEGER NOT NULL CHECK (seq > 0),
  sealed BLOB NOT NULL
) STRICT;
