// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "person-item.h"

#include "script.h"
#include "words.h"

struct _StilePersonItem
{
  GObject parent_instance;

  StilePersonRow *row;
};

G_DEFINE_FINAL_TYPE (StilePersonItem, stile_person_item, G_TYPE_OBJECT)

static const char *
describe_assessment (const StilePersonRow *row)
{
  if (row->assessment_id == NULL)
    return _("No assessment yet");
  if (row->in_progress)
    return _("In progress");
  if (row->to_decide)
    return _("To decide");
  return row->category != NULL ? row->category : _("Decided");
}

char *
stile_person_row_describe (const StilePersonRow *row, const char *reminder)
{
  const char *assessment = describe_assessment (row);
  g_autofree char *isolated = NULL;
  g_autofree char *referrals = NULL;
  g_autofree char *line = NULL;

  if (row->open_referrals == 0)
    return g_strdup (assessment);
  referrals = g_strdup_printf (ngettext ("%u referral not taken up", "%u referrals not taken up",
                                         row->open_referrals),
                               row->open_referrals);
  /* The words of a form may be of another language, and would draw the figure behind them along. */
  isolated = stile_language_isolate (assessment);
  line = g_strdup_printf ("%s · %s%s%s", isolated, referrals, reminder != NULL ? " · " : "",
                          reminder != NULL ? reminder : "");
  return stile_words_dup_directed (line);
}

static gboolean
is_in_group (const StilePersonRow *row, StilePeopleGroup group)
{
  switch (group)
    {
    case STILE_PEOPLE_IN_PROGRESS:
      return row->in_progress;
    case STILE_PEOPLE_TO_DECIDE:
      return row->to_decide;
    case STILE_PEOPLE_REFERRAL_OPEN:
      return row->open_referrals > 0;
    case STILE_PEOPLE_ALL:
    default:
      return TRUE;
    }
}

guint
stile_person_rows_count (GPtrArray *rows, StilePeopleGroup group)
{
  guint count = 0;
  guint i;

  for (i = 0; i < rows->len; i++)
    count += is_in_group (g_ptr_array_index (rows, i), group) ? 1 : 0;
  return count;
}

const StilePersonRow *
stile_person_item_get_row (StilePersonItem *item)
{
  return item->row;
}

StilePersonItem *
stile_person_item_new (StilePersonRow *row)
{
  StilePersonItem *item = g_object_new (STILE_TYPE_PERSON_ITEM, NULL);

  item->row = row;
  return item;
}

static void
stile_person_item_finalize (GObject *object)
{
  g_clear_pointer (&STILE_PERSON_ITEM (object)->row, stile_person_row_free);
  G_OBJECT_CLASS (stile_person_item_parent_class)->finalize (object);
}

static void
stile_person_item_class_init (StilePersonItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stile_person_item_finalize;
}

static void
stile_person_item_init (StilePersonItem *item)
{
}
