// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "range.h"

#include <math.h>

#include "expression-private.h"

#define TYPE(type) (1u << STILE_VALUE_##type)

static gboolean
is_number (const StileRange *range)
{
  return range->least <= range->most;
}

StileRange
stile_range_number (double least, double most, gboolean nan)
{
  StileRange range = { .types = TYPE (NUMBER), .least = least, .most = most, .nan = nan };

  /* What comes of infinity minus infinity could be anything. */
  if (isnan (least) || isnan (most))
    {
      range.least = -INFINITY;
      range.most = INFINITY;
      range.nan = TRUE;
    }
  if (range.nan || (range.least <= 0 && range.most >= 0))
    range.truth |= STILE_TRUTH_FALSE;
  if (range.least < 0 || range.most > 0)
    range.truth |= STILE_TRUTH_TRUE;
  if (range.least == range.most && !range.nan)
    {
      range.exact = TRUE;
      stile_value_set_number (&range.value, range.least);
    }
  return range;
}

StileRange
stile_range_truth (guint truth)
{
  StileRange range = { .types = TYPE (BOOLEAN), .truth = truth };

  range.least = truth & STILE_TRUTH_FALSE ? 0 : 1;
  range.most = truth & STILE_TRUTH_TRUE ? 1 : 0;
  range.exact = truth != STILE_TRUTH_OPEN;
  stile_value_set_boolean (&range.value, truth == STILE_TRUTH_TRUE);
  return range;
}

StileRange
stile_range_text (void)
{
  StileRange range = stile_range_number (-INFINITY, INFINITY, TRUE);

  range.types = TYPE (STRING);
  return range;
}

StileRange
stile_range_exact (const StileValue *value)
{
  double number = stile_value_to_number (value);
  StileRange range = { .exact = TRUE, .value = *value, .types = 1u << value->type };

  range.value.owned = NULL;
  range.nan = isnan (number);
  range.least = range.nan ? INFINITY : number;
  range.most = range.nan ? -INFINITY : number;
  range.truth = stile_value_to_boolean (value) ? STILE_TRUTH_TRUE : STILE_TRUTH_FALSE;
  return range;
}

StileRange
stile_range_join (const StileRange *a, const StileRange *b)
{
  StileRange range = *a;

  if (a->exact && b->exact && a->value.type == b->value.type
      && stile_value_equal (&a->value, &b->value))
    return range;
  range.exact = FALSE;
  range.answer = a->answer && b->answer;
  range.types |= b->types;
  range.least = MIN (a->least, b->least);
  range.most = MAX (a->most, b->most);
  range.nan |= b->nan;
  range.truth |= b->truth;
  return range;
}

static StileRange
no_number (void)
{
  return (StileRange) { .types = TYPE (NUMBER), .least = INFINITY, .most = -INFINITY, .nan = TRUE,
                        .truth = STILE_TRUTH_FALSE };
}

StileRange
stile_range_add (const StileRange *a, const StileRange *b)
{
  if (!is_number (a) || !is_number (b))
    return no_number ();
  return stile_range_number (a->least + b->least, a->most + b->most, a->nan || b->nan);
}

StileRange
stile_range_subtract (const StileRange *a, const StileRange *b)
{
  if (!is_number (a) || !is_number (b))
    return no_number ();
  return stile_range_number (a->least - b->most, a->most - b->least, a->nan || b->nan);
}

StileRange
stile_range_multiply (const StileRange *a, const StileRange *b)
{
  double corners[4] = { a->least * b->least, a->least * b->most, a->most * b->least,
                        a->most * b->most };
  double least = INFINITY, most = -INFINITY;

  if (!is_number (a) || !is_number (b))
    return no_number ();
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      if (isnan (corners[i]))
        return stile_range_number (NAN, NAN, TRUE);
      least = MIN (least, corners[i]);
      most = MAX (most, corners[i]);
    }
  return stile_range_number (least, most, a->nan || b->nan);
}

StileRange
stile_range_negate (const StileRange *a)
{
  if (!is_number (a))
    return no_number ();
  return stile_range_number (-a->most, -a->least, a->nan);
}

guint
stile_range_less (const StileRange *a, const StileRange *b, gboolean or_equal)
{
  guint truth = 0;

  if (!is_number (a) || !is_number (b))
    return STILE_TRUTH_FALSE;
  if (or_equal ? a->least <= b->most : a->least < b->most)
    truth |= STILE_TRUTH_TRUE;
  if (a->nan || b->nan || (or_equal ? a->most > b->least : a->most >= b->least))
    truth |= STILE_TRUTH_FALSE;
  return truth;
}

/* As numbers, where one of the two is one. */
static guint
equal_numbers (const StileRange *a, const StileRange *b)
{
  guint truth = 0;

  if (!is_number (a) || !is_number (b))
    return STILE_TRUTH_FALSE;
  if (a->least <= b->most && b->least <= a->most)
    truth |= STILE_TRUTH_TRUE;
  if (a->nan || b->nan || a->least != b->most || a->most != b->least)
    truth |= STILE_TRUTH_FALSE;
  return truth;
}

guint
stile_range_equal (const StileRange *a, const StileRange *b)
{
  if (a->exact && b->exact)
    return stile_value_equal (&a->value, &b->value) ? STILE_TRUTH_TRUE : STILE_TRUTH_FALSE;
  if ((a->types | b->types) & TYPE (BOOLEAN))
    return STILE_TRUTH_OPEN;
  if (a->types == TYPE (NUMBER) || b->types == TYPE (NUMBER))
    return equal_numbers (a, b);
  return STILE_TRUTH_OPEN;
}
