// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <string.h>

#include "pages/restore/place-words.h"

static char *
to_words (const StileBackupLook *look)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 3, 4, 12, 0, 0);

  return stile_place_to_words (look, now);
}

static void
test_no_book (void)
{
  const StileBackupLook look = { .has_book = FALSE };
  g_autofree char *words = to_words (&look);

  g_assert_true (g_str_has_prefix (words, "There is none yet."));
  g_assert_false (stile_place_may_lose (&look));
}

static void
test_nothing_newer (void)
{
  const StileBackupLook look = { .has_book = TRUE };
  g_autofree char *words = to_words (&look);

  g_assert_true (g_str_has_suffix (words, "Nothing is lost."));
  g_assert_false (stile_place_may_lose (&look));
}

static void
test_newer (void)
{
  const StileBackupLook look = { .has_book = TRUE,
                                 .n_newer = 12,
                                 .newer_since = (char *) "2026-03-04T09:30:00.000Z" };
  g_autofree char *words = to_words (&look);

  g_assert_true (g_str_has_prefix (words, "12 entries were written after this backup was made"));
  g_assert_nonnull (strstr (words, "Today, 09:30"));
  g_assert_true (stile_place_may_lose (&look));
}

static void
test_broken (void)
{
  const StileBackupLook look = { .has_book = TRUE, .is_broken = TRUE };
  g_autofree char *words = to_words (&look);

  g_assert_true (g_str_has_prefix (words, "It cannot be read whole"));
  g_assert_true (stile_place_may_lose (&look));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place-words/no-book", test_no_book);
  g_test_add_func ("/place-words/nothing-newer", test_nothing_newer);
  g_test_add_func ("/place-words/newer", test_newer);
  g_test_add_func ("/place-words/broken", test_broken);
  return g_test_run ();
}
