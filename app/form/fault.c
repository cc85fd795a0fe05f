// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fault-rules.h"

#include <string.h>

typedef struct
{
  const char *tag;
  StileSeverity severity;
  const char *sentence; /* each {} is filled in its turn */
} Rule;

#define ERROR STILE_SEVERITY_ERROR
#define WARNING STILE_SEVERITY_WARNING
#define NOTE STILE_SEVERITY_NOTE

static const Rule rules[STILE_N_RULES] = {
  [STILE_RULE_TOO_LARGE] = { "too-large", ERROR,
    "The file is larger than 8 MiB. Make the form smaller, or split it into two forms." },
  [STILE_RULE_NOT_UTF8] = { "not-utf8", ERROR,
    "The file is not UTF-8 text from here on. Save it as UTF-8." },
  [STILE_RULE_ENCODING] = { "encoding", ERROR,
    "The file says that its encoding is “{}”. Save it as UTF-8 and say so, or leave it out." },
  [STILE_RULE_DOCTYPE] = { "doctype", ERROR,
    "A form must not have a DOCTYPE or declare entities. Take the DOCTYPE out." },
  [STILE_RULE_NOT_WELL_FORMED] = { "not-well-formed", ERROR, "This is not well-formed XML: {}." },
  [STILE_RULE_TOO_DEEP] = { "too-deep", ERROR,
    "Elements are nested more than 64 deep. A form needs no more than five." },
  [STILE_RULE_TOO_MANY_QUESTIONS] = { "too-many-questions", ERROR,
    "The form has {} questions; at most 20,000 are read. Split it into smaller forms." },
  [STILE_RULE_TOO_MANY_ATTRIBUTES] = { "too-many-attributes", ERROR,
    "An element has more than 64 attributes. None of a form's needs more than eleven." },
  [STILE_RULE_TOO_MANY_FAULTS] = { "too-many-faults", WARNING,
    "There are more faults than these. Mend these first, then check again." },
  [STILE_RULE_ROOT] = { "wrong-root", ERROR,
    "The outermost element is <{}>. It must be <form xmlns=\"urn:stile:form:1\">." },
  [STILE_RULE_NAMESPACE] = { "wrong-namespace", ERROR,
    "The element <{}> is in the namespace “{}”. Write xmlns=\"urn:stile:form:1\" on <form>, and no "
    "other namespace." },

  [STILE_RULE_UNKNOWN_ELEMENT] = { "unknown-element", ERROR,
    "<{}> cannot stand inside <{}>.{}" },
  [STILE_RULE_UNKNOWN_ATTRIBUTE] = { "unknown-attribute", ERROR,
    "<{}> has no attribute “{}”.{}" },
  [STILE_RULE_MISSING_ELEMENT] = { "missing-element", ERROR, "<{}> needs <{}> inside." },
  [STILE_RULE_MISSING_ATTRIBUTE] = { "missing-attribute", ERROR,
    "<{}> needs the attribute “{}”." },
  [STILE_RULE_REPEATED_ELEMENT] = { "repeated-element", ERROR,
    "There is a second <{}>. A form has only one; put everything into the first." },
  [STILE_RULE_STRAY_TEXT] = { "stray-text", ERROR,
    "The words “{}” stand directly inside <{}>. Put them into a <label>, or take them out." },
  [STILE_RULE_MARKUP_IN_TEXT] = { "markup-in-text", ERROR,
    "<{}> stands inside <{}>, which holds plain words only. Take the element out." },
  [STILE_RULE_EMPTY_TEXT] = { "empty-text", ERROR,
    "This <{}> is empty. Write its words, or take it out." },
  [STILE_RULE_LANGUAGE] = { "bad-language", ERROR,
    "“{}” is not a language tag. Write one such as xml:lang=\"en\" or xml:lang=\"pt-BR\"." },
  [STILE_RULE_OWN_LANGUAGE] = { "own-language", ERROR,
    "This <{}> is not there in the form's own language, “{}”. Write it, without an xml:lang." },
  [STILE_RULE_REPEATED_TEXT] = { "repeated-text", ERROR,
    "There is a second <{}> in the language “{}”. Keep one of them; a translation needs its own "
    "xml:lang." },
  [STILE_RULE_BAD_ID] = { "bad-id", ERROR,
    "“{}” cannot be an id. An id starts with a small letter a–z and goes on with small letters, "
    "digits and hyphens." },
  [STILE_RULE_DUPLICATE_ID] = { "duplicate-id", ERROR,
    "The id “{}” is taken: {} in line {} has it. Choose another." },
  [STILE_RULE_DUPLICATE_CHOICE] = { "duplicate-choice", ERROR,
    "Two choices of this list have the id “{}”. Choose another for this one." },
  [STILE_RULE_BAD_NUMBER] = { "bad-number", ERROR,
    "{}=\"{}\" is not a number. Write one such as 2, -1 or 0.5." },
  [STILE_RULE_BAD_COUNT] = { "bad-count", ERROR,
    "{}=\"{}\" is not a whole number from 0 to 100000." },
  [STILE_RULE_BAD_WORD] = { "bad-word", ERROR, "{}=\"{}\" is not known. It can be {}.{}" },

  [STILE_RULE_UNKNOWN_LEVEL] = { "unknown-level", ERROR, "There is no level “{}”.{}" },
  [STILE_RULE_UNKNOWN_DOMAIN] = { "unknown-domain", ERROR, "There is no domain “{}”.{}" },
  [STILE_RULE_UNKNOWN_CHOICES] = { "unknown-choices", ERROR,
    "There is no <choices> list “{}”.{}" },

  [STILE_RULE_NO_LEVELS] = { "no-levels", ERROR,
    "The form has domains but no levels. Add <levels> with at least two, the lowest first." },
  [STILE_RULE_BANDS_NOT_RISING] = { "bands-not-rising", ERROR,
    "This band starts from {}, but the one before it from {}. Put the bands in rising order." },
  [STILE_RULE_BAND_LEVELS_MIXED] = { "band-levels-mixed", ERROR,
    "The level “{}” cannot follow “{}” here. From band to band the levels must all rise, or all "
    "fall where a low score is the worse." },
  [STILE_RULE_FALLING_WITHOUT_MISSING] = { "falling-without-missing", ERROR,
    "A low score of “{}” is the worse, so a question without an answer would count as a need. Add "
    "missing=\"invalid\", or missing=\"prorate\" with missing-most." },
  [STILE_RULE_VALUE_AND_SCORE] = { "value-and-score", ERROR,
    "A domain has either “value” or “score”. Take one of them out." },
  [STILE_RULE_PRORATE_WITHOUT_MOST] = { "prorate-without-most", ERROR,
    "missing=\"prorate\" needs missing-most: how many answers may be missing at most." },
  [STILE_RULE_MOST_WITHOUT_PRORATE] = { "most-without-prorate", ERROR,
    "missing-most means something only with missing=\"prorate\". Add that, or take it out." },
  [STILE_RULE_SELECT_WITHOUT_CHOICES] = { "select-without-choices", ERROR,
    "A question of the type {} needs choices: <choice> elements, or choices=\"…\" for a shared "
    "list." },
  [STILE_RULE_CHOICES_ON_TYPE] = { "choices-on-type", ERROR,
    "A question of the type {} takes no choices. Take them out, or make it a select_one." },
  [STILE_RULE_TWO_CHOICE_LISTS] = { "two-choice-lists", ERROR,
    "The question has choices of its own and the shared list “{}”. Keep one of them." },
  [STILE_RULE_EXCLUSIVE_ON_SELECT_ONE] = { "exclusive-on-select-one", ERROR,
    "The choice “{}” is exclusive, but only one choice can be taken of a select_one anyway. Take "
    "exclusive out." },
  [STILE_RULE_POINTS_ON_TYPE] = { "points-on-type", ERROR,
    "“{}” cannot stand on a question of the type {}. {}" },
  [STILE_RULE_BANDS_ON_TYPE] = { "bands-on-type", ERROR,
    "A question of the type {} takes no bands; only integer and decimal do." },
  [STILE_RULE_NOTE_ATTRIBUTE] = { "note-attribute", ERROR,
    "A note has no answer, so it takes no “{}”. Take it out." },
  [STILE_RULE_MONITORING_SCORED] = { "monitoring-scored", ERROR,
    "“{}” cannot stand in the monitoring part: nothing there may count in a score, so that no "
    "result depends on benefit type, age or the like." },
  [STILE_RULE_NO_CATEGORY] = { "no-category", ERROR,
    "The form has no category. Add at least one, so that everybody gets one." },
  [STILE_RULE_CATEGORY_WITHOUT_WHEN] = { "category-without-when", ERROR,
    "The category “{}” has no “when”, so those after it can never be reached. Add one, or put it "
    "last." },
  [STILE_RULE_LAST_CATEGORY_WHEN] = { "last-category-when", ERROR,
    "The last category, “{}”, has a “when”. Take it out, so that everybody gets a category." },
  [STILE_RULE_EMPTY_SERVICE] = { "empty-service", ERROR,
    "A <service> has either a keyword, or a taxonomy and a term." },
  [STILE_RULE_NO_QUESTIONS] = { "no-questions", ERROR,
    "The form asks nothing. Add a <section> with a <question>." },

  [STILE_RULE_LONG_EXPRESSION] = { "long-expression", ERROR,
    "This condition has {} characters; at most 4,096 are read. Name parts with <calculate>." },
  [STILE_RULE_DEEP_EXPRESSION] = { "deep-expression", ERROR,
    "Parentheses are nested more than 64 deep here. Name parts with <calculate>." },
  [STILE_RULE_EMPTY_EXPRESSION] = { "empty-expression", ERROR,
    "The attribute is empty. Write a condition, or take it out." },
  [STILE_RULE_EXPRESSION_SYNTAX] = { "expression-syntax", ERROR,
    "The condition cannot be read here: {}." },
  [STILE_RULE_PATH_IN_EXPRESSION] = { "path-in-expression", ERROR,
    "“{}” belongs to paths, which conditions do not have. Write $id for an answer." },
  [STILE_RULE_BARE_NAME] = { "bare-name", ERROR,
    "“{}” stands alone. Write ${} for an answer, or '{}' for a word." },
  [STILE_RULE_UNKNOWN_VARIABLE] = { "unknown-variable", ERROR,
    "There is no question or calculate “{}”.{}" },
  [STILE_RULE_NOT_A_VARIABLE] = { "not-a-variable", ERROR,
    "“{}” is {}; only questions and calculates have a value to write after $." },
  [STILE_RULE_UNKNOWN_FUNCTION] = { "unknown-function", ERROR, "There is no function {}().{}" },
  [STILE_RULE_ARGUMENT_COUNT] = { "argument-count", ERROR,
    "{}() takes {}, but here it has {}." },
  [STILE_RULE_NOT_A_LITERAL] = { "not-a-literal", ERROR,
    "{}() needs an id in quotation marks here, such as {}('{}')." },
  [STILE_RULE_UNKNOWN_REFERENCE] = { "unknown-reference", ERROR, "There is no {} “{}”.{}" },
  [STILE_RULE_WRONG_PLACE] = { "wrong-place", ERROR,
    "{}() cannot be used in {}; it can be used only in {}." },
  [STILE_RULE_DOT_OUTSIDE_CONSTRAINT] = { "dot-outside-constraint", ERROR,
    "“.” is the answer that a constraint looks at; it means nothing in {}. Write $id." },
  [STILE_RULE_LOOKS_FORWARD] = { "looks-forward", ERROR,
    "“{}” comes later in the form (line {}). A condition can only look back: move one of them." },
  [STILE_RULE_NAMES_ITSELF] = { "names-itself", ERROR,
    "“{}” cannot depend on itself.{}" },
  [STILE_RULE_MONITORING_OUTSIDE] = { "monitoring-outside", ERROR,
    "“{}” is a question of the monitoring part. Nothing outside that part may look at it, so that "
    "no result depends on benefit type, age or the like." },
  [STILE_RULE_OUTSIDE_IN_MONITORING] = { "outside-in-monitoring", ERROR,
    "“{}” is outside the monitoring part. Monitoring questions may look at each other only, so "
    "that needs and benefit type stay independent." },
  [STILE_RULE_NOTE_IN_CONDITION] = { "note-in-condition", ERROR,
    "“{}” is a note, and a note has no answer to look at." },
  [STILE_RULE_UNKNOWN_CHOICE] = { "unknown-choice", ERROR,
    "The question “{}” has no choice “{}”.{}" },

  [STILE_RULE_NO_SOURCE] = { "no-source", WARNING,
    "The form has no <source>. Say where its questions and points come from, so that people can "
    "check them." },
  [STILE_RULE_LONG_LABEL] = { "long-label", WARNING,
    "This <{}> has {} characters. Keep it under 200, and move the rest to <hint>." },
  [STILE_RULE_MISSING_TRANSLATION] = { "missing-translation", WARNING,
    "This <{}> is not translated into {}, as other texts of the form are." },

  [STILE_RULE_NEVER_ASKED] = { "never-asked", WARNING,
    "The question “{}” can never be asked, whatever is answered. Look at its “relevant”, or take "
    "the question out." },
  [STILE_RULE_NEVER_REACHED] = { "never-reached", WARNING,
    "The {} “{}” can never be reached, whatever is answered. Look at {}." },
  [STILE_RULE_DECLINED_ONLY] = { "declined-only", WARNING,
    "Only “prefer not to say” or “don't know” leads to the {} “{}”, and no answer does. Add the "
    "answers that should lead there too." },
  [STILE_RULE_BAND_OUT_OF_REACH] = { "band-out-of-reach", WARNING,
    "The level “{}” is for scores {} {}, but the score of “{}” is never {} {}. Move the band, or "
    "change the points." },
  [STILE_RULE_UNDECIDED] = { "undecided", NOTE,
    "Whether the {} “{}” can be reached was not decided within 200,000 tries." },
};

#undef ERROR
#undef WARNING
#undef NOTE

static char *
fill (const char *sentence, va_list words)
{
  GString *filled = g_string_new (NULL);
  const char *word, *place;

  while ((word = va_arg (words, const char *)) != NULL)
    {
      place = strstr (sentence, "{}");
      g_assert (place != NULL);
      g_string_append_len (filled, sentence, place - sentence);
      g_string_append (filled, word);
      sentence = place + strlen ("{}");
    }
  g_assert (strstr (sentence, "{}") == NULL);
  g_string_append (filled, sentence);
  return g_string_free (filled, FALSE);
}

void
stile_faults_take (GPtrArray *faults, StileFault *fault)
{
  guint most = fault->severity == STILE_SEVERITY_ERROR ? 2 * STILE_FAULTS_MOST : STILE_FAULTS_MOST;

  if (faults->len < most)
    g_ptr_array_add (faults, fault);
  else
    stile_fault_free (fault);
}

static StileFault *
new_fault (StileRule rule, guint line, guint column, char *sentence)
{
  StileFault *fault = g_new0 (StileFault, 1);

  fault->tag = rules[rule].tag;
  fault->severity = rules[rule].severity;
  fault->line = line;
  fault->column = column;
  fault->sentence = sentence;
  return fault;
}

void
stile_faults_add_list (GPtrArray *faults, StileRule rule, guint line, guint column, va_list words)
{
  stile_faults_take (faults, new_fault (rule, line, column, fill (rules[rule].sentence, words)));
}

void
stile_faults_add (GPtrArray *faults, StileRule rule, guint line, guint column, ...)
{
  va_list words;

  va_start (words, column);
  stile_faults_add_list (faults, rule, line, column, words);
  va_end (words);
}

void
stile_fault_free (StileFault *fault)
{
  if (fault == NULL)
    return;
  g_free (fault->sentence);
  g_free (fault);
}

GPtrArray *
stile_faults_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) stile_fault_free);
}

const char *const *
stile_fault_get_tags (void)
{
  static const char *tags[STILE_N_RULES + 1];

  for (guint i = 0; i < STILE_N_RULES; i++)
    tags[i] = rules[i].tag;
  return tags;
}

const char *
stile_fault_find_tag (const char *tag, StileSeverity *severity)
{
  for (guint i = 0; i < STILE_N_RULES; i++)
    if (g_str_equal (rules[i].tag, tag))
      {
        *severity = rules[i].severity;
        return rules[i].tag;
      }
  return NULL;
}

const char *
stile_severity_to_string (StileSeverity severity)
{
  static const char *const words[] = { "error", "warning", "note" };

  return words[severity];
}

guint
stile_faults_count_errors (GPtrArray *faults)
{
  guint n_errors = 0;

  for (guint i = 0; i < faults->len; i++)
    {
      const StileFault *fault = g_ptr_array_index (faults, i);

      n_errors += fault->severity == STILE_SEVERITY_ERROR;
    }
  return n_errors;
}

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  const StileFault *first = *(const StileFault *const *) a;
  const StileFault *second = *(const StileFault *const *) b;

  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;
  return first->column == second->column ? 0 : first->column < second->column ? -1 : 1;
}

void
stile_faults_sort (GPtrArray *faults)
{
  g_ptr_array_sort (faults, compare_faults);
}

void
stile_faults_finish (GPtrArray *faults)
{
  const StileFault *last;

  stile_faults_sort (faults);
  if (faults->len < STILE_FAULTS_MOST)
    return;
  last = g_ptr_array_index (faults, faults->len - 1);
  g_ptr_array_add (faults, new_fault (STILE_RULE_TOO_MANY_FAULTS, last->line, 0,
                                      g_strdup (rules[STILE_RULE_TOO_MANY_FAULTS].sentence)));
}

char *
stile_fault_to_string (const StileFault *fault, const char *file)
{
  const char *severity = stile_severity_to_string (fault->severity);

  if (fault->column > 0)
    return g_strdup_printf ("%s:%u:%u: %s: %s", file, fault->line, fault->column, severity,
                            fault->sentence);
  return g_strdup_printf ("%s:%u: %s: %s", file, fault->line, severity, fault->sentence);
}
