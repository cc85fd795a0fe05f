-- SPDX-FileCopyrightText: 2026 The Stile founders
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a list says of a service in a line, where it came from, and who wrote what the centre knows.

ALTER TABLE service ADD COLUMN summary TEXT;
UPDATE service SET summary = coalesce (
  (SELECT group_concat (name, ', ')
   FROM (SELECT DISTINCT name FROM term WHERE term.service = service.n AND name NOT NULL)),
  substr (record ->> '$.description', 1, 120));

ALTER TABLE import ADD COLUMN feed TEXT;

ALTER TABLE overlay ADD COLUMN changed_by TEXT;
