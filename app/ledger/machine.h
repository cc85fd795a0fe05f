// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the computer itself does for the book: whether the disk it lies on, and the swap, are
 * encrypted. The book is sealed either way; saved files, papers that wait for the printer and
 * memory that was swapped out are not.
 *
 * Asked of Linux in /proc and /sys, which shows encryption by the device mapper (LUKS, dm-crypt)
 * and eCryptfs. What it doesn't show counts as not encrypted or as not known: disks that encrypt
 * themselves, encrypted folders of ext4 (fscrypt), the disk under a virtual machine. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  STILE_ENCRYPTION_UNKNOWN,
  STILE_ENCRYPTION_NO,
  STILE_ENCRYPTION_YES,
  STILE_ENCRYPTION_NOTHING, /* there is no swap on a disk: nothing to encrypt */
} StileEncryption;

typedef struct
{
  StileEncryption disk;
  StileEncryption swap;
} StileMachine;

/** Looks at the disk that holds @path (a book that need not be there yet), and at the swap. What
 *  can't be read is UNKNOWN. */
StileMachine stile_machine_look (const char *path);
/** The same in a folder that stands for "/", for tests. */
StileMachine stile_machine_look_in (const char *root, const char *path);

/** Whether nothing is left to do or to ask about. */
gboolean stile_machine_is_safe (const StileMachine *machine);
/** One sentence or a few on the disk, then on the swap, for a manager. Free with g_strfreev. */
char **stile_machine_dup_words (const StileMachine *machine);

G_END_DECLS
