// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Samba's public headers, in the order and with the preparations that C++ asks for. Included by this folder's sources
// alone; nothing of it leaves the program.

#include <cstdint>
#include <ctime>
#include <sys/time.h>

// credentials.h declares these two enumerations without their values, which C allows and C++ does not. No value of
// them is passed by us.
enum smb_signing_setting : int { SmbSigningUnused = -3 };
enum smb_encryption_setting : int { SmbEncryptionUnused = -3 };

// For tevent_loop_allow_nesting: getting a ticket for a password waits in a loop within the loop.
#define TEVENT_DEPRECATED 1

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
extern "C" {
#include <core/ntstatus.h>
#include <credentials.h>
#include <dcerpc.h>
#include <ndr.h>
#include <param.h>
#include <talloc.h>
#include <tevent.h>
#include <util/data_blob.h>
}
#pragma GCC diagnostic pop
