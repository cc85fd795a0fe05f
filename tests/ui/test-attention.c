// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attention.h"
#include "fixture.h"

static void
count_cb (guint *count)
{
  *count += 1;
}

static gboolean
is_counted (gpointer count)
{
  return *(guint *) count > 0;
}

static void
test_new (void)
{
  g_autoptr (StileAttention) attention = stile_attention_new (60);

  g_assert_true (STILE_IS_ATTENTION (attention));
}

static gboolean
set_true_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
test_idle_once (void)
{
  g_autoptr (StileAttention) attention = stile_attention_new (1);
  guint idle = 0;
  gboolean later = FALSE;

  g_signal_connect_swapped (attention, "idle", G_CALLBACK (count_cb), &idle);
  fixture_wait (is_counted, &idle);
  g_timeout_add (2500, set_true_cb, &later);
  fixture_wait (is_true, &later);
  g_assert_cmpuint (idle, ==, 1);
}

static void
test_touch_starts_again (void)
{
  g_autoptr (StileAttention) attention = stile_attention_new (1);
  guint idle = 0;

  g_signal_connect_swapped (attention, "idle", G_CALLBACK (count_cb), &idle);
  fixture_wait (is_counted, &idle);
  idle = 0;
  stile_attention_touch (attention);
  fixture_wait (is_counted, &idle);
  g_assert_cmpuint (idle, ==, 1);
}

/* Windows come and go; those that are there when it goes must not call it any more. */
static void
test_windows_outlive_it (void)
{
  GtkWindow *before = fixture_show (gtk_label_new ("before"));
  StileAttention *attention = stile_attention_new (60);
  GtkWindow *after = fixture_show (gtk_label_new ("after"));

  g_assert_finalize_object (attention);
  gtk_window_destroy (after);
  gtk_window_destroy (before);
  fixture_settle ();
}

static void
test_another_time (void)
{
  g_autoptr (StileAttention) attention = stile_attention_new (1);
  guint idle = 0;
  gboolean later = FALSE;

  g_signal_connect_swapped (attention, "idle", G_CALLBACK (count_cb), &idle);
  stile_attention_set_idle_seconds (attention, 60);
  g_timeout_add (2500, set_true_cb, &later);
  fixture_wait (is_true, &later);
  g_assert_cmpuint (idle, ==, 0);
  stile_attention_set_idle_seconds (attention, 2);
  fixture_wait (is_counted, &idle);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/attention/new", test_new);
  g_test_add_func ("/attention/idle-once", test_idle_once);
  g_test_add_func ("/attention/touch-starts-again", test_touch_starts_again);
  g_test_add_func ("/attention/windows-outlive-it", test_windows_outlive_it);
  g_test_add_func ("/attention/another-time", test_another_time);
  return g_test_run ();
}
