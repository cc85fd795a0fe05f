// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* How paragraphs look. Body text is 12 points: the least that guidance on clear print allows. */

#include "document-private.h"

/* 4.5 cm: 1.2 mm for each module of a recovery key, which any phone or scanner reads. */
#define CODE_SIDE 127.6

static const StileStyleLook looks[] = {
  [STILE_STYLE_TITLE] = { "H1", 24, PANGO_WEIGHT_BOLD, 0, 6, 0, TRUE },
  [STILE_STYLE_HEADING] = { "H2", 16, PANGO_WEIGHT_BOLD, 18, 4, 0, TRUE },
  [STILE_STYLE_STRONG] = { "P", 12, PANGO_WEIGHT_BOLD, 8, 2, 0, TRUE },
  [STILE_STYLE_BODY] = { "P", 12, PANGO_WEIGHT_NORMAL, 0, 6, 0, FALSE },
  [STILE_STYLE_BULLET] = { "P", 12, PANGO_WEIGHT_NORMAL, 0, 4, 16, FALSE },
  [STILE_STYLE_SMALL] = { "P", 10.5, PANGO_WEIGHT_NORMAL, 8, 4, 0, FALSE },
  [STILE_STYLE_KEY] = { "P", 14, PANGO_WEIGHT_NORMAL, 6, 6, 0, FALSE },
  [STILE_STYLE_WORDS] = { "P", 16, PANGO_WEIGHT_BOLD, 6, 6, 0, FALSE },
  [STILE_STYLE_CODE] = { "Figure", 0, PANGO_WEIGHT_NORMAL, 0, 0, 0, FALSE, CODE_SIDE },
};

const StileStyleLook *
stile_style_get_look (StileStyle style)
{
  return &looks[style];
}

/* What is spelled out is in Latin letters, and columns are made of blanks. */
static gboolean
is_spelled_out (StileStyle style)
{
  return style == STILE_STYLE_KEY || style == STILE_STYLE_WORDS;
}

static const char *
style_family (StileStyle style, const char *language)
{
  if (is_spelled_out (style))
    return "Noto Sans Mono, monospace";
  return stile_language_get_fonts (language);
}

/* A context of its own, since language and direction belong to it. Its unit is a point, whatever
 * screen or printer the page is for, so that lines break in the same places everywhere. */
static PangoContext *
new_context (PangoFontMap *fonts, const char *language, gboolean is_right_to_left)
{
  PangoContext *context = pango_font_map_create_context (fonts);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  if (language)
    pango_context_set_language (context, pango_language_from_string (language));
  pango_context_set_base_dir (context, is_right_to_left ? PANGO_DIRECTION_RTL
                                                        : PANGO_DIRECTION_LTR);
  return context;
}

PangoLayout *
stile_paragraph_new_layout (const StileParagraph *paragraph, PangoFontMap *fonts, double width)
{
  const StileStyleLook *look = stile_style_get_look (paragraph->style);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  gboolean is_right_to_left = !is_spelled_out (paragraph->style)
                              && stile_language_is_right_to_left (paragraph->language);
  PangoContext *context = new_context (fonts, paragraph->language, is_right_to_left);
  PangoLayout *layout = pango_layout_new (context);
  char *text = is_spelled_out (paragraph->style)
                 ? g_strdup (paragraph->text)
                 : stile_language_keep_numbers (paragraph->text, paragraph->language);

  g_object_unref (context);
  pango_font_description_set_family (font, style_family (paragraph->style, paragraph->language));
  pango_font_description_set_weight (font, look->weight);
  pango_font_description_set_absolute_size (font, look->size * PANGO_SCALE);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, is_right_to_left ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (MAX (width - look->inset, 1) * PANGO_SCALE));
  pango_layout_set_line_spacing (layout, 1.2f);
  pango_layout_set_text (layout, text, -1);
  stile_secret_free (text);
  return layout;
}
