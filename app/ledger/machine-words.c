// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "machine.h"

#include "words.h"

static const char *
get_disk_words (StileEncryption disk)
{
  switch (disk)
    {
    case STILE_ENCRYPTION_YES:
    case STILE_ENCRYPTION_NOTHING:
      return _("The disk that holds the record book is encrypted.");
    case STILE_ENCRYPTION_NO:
      return _("This computer's disk is not encrypted. Someone who takes the computer could read "
               "files that were saved from the record book, and papers that still wait to be "
               "printed. The record book itself stays sealed. Ask whoever looks after the computer "
               "to encrypt the disk.");
    case STILE_ENCRYPTION_UNKNOWN:
      return _("Stile could not find out whether this computer's disk is encrypted. Ask whoever "
               "looks after the computer.");
    }

  g_assert_not_reached ();
}

static const char *
get_swap_words (StileEncryption swap)
{
  switch (swap)
    {
    case STILE_ENCRYPTION_YES:
      return _("When memory is short, this computer moves some of it to the disk (swap). That part "
               "of the disk is encrypted.");
    case STILE_ENCRYPTION_NOTHING:
      return _("This computer never moves its memory to the disk (it has no swap there).");
    case STILE_ENCRYPTION_NO:
      return _("When memory is short, this computer moves some of it to a disk that is not "
               "encrypted (swap). Someone who takes the computer could find names and answers "
               "there that were on the screen before. Ask whoever looks after the computer to "
               "encrypt the swap or to turn it off.");
    case STILE_ENCRYPTION_UNKNOWN:
      return _("Stile could not find out whether this computer moves memory to a disk that is not "
               "encrypted (swap). Ask whoever looks after the computer.");
    }

  g_assert_not_reached ();
}

gboolean
stile_machine_is_safe (const StileMachine *machine)
{
  return machine->disk == STILE_ENCRYPTION_YES
         && (machine->swap == STILE_ENCRYPTION_YES || machine->swap == STILE_ENCRYPTION_NOTHING);
}

char **
stile_machine_dup_words (const StileMachine *machine)
{
  const char *const words[]
      = { get_disk_words (machine->disk), get_swap_words (machine->swap), NULL };

  return g_strdupv ((char **) words);
}
