// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A registry hive's bytes, read once, measured, and made fit for hivex, which trusts the sizes it finds. Specification:
// the layout of regf files as described in the Windows registry file format specification of M. Suhanov (2015 ff.),
// chapters "Base block", "Hive bin" and "Cell".
//
// What is changed in the copy, and why: the header's checksum is made right (a hive copied from a running machine may
// have an old one); index leafs ("li": NT 3.5, and lists of more than 500 keys up to Windows 2003), which hivex does
// not know, are given as "lf" lists in a bin of their own; and zeros follow the last bin, so that a count
// that runs past the end meets nothing.

#include "bytes/bytes.h"
#include "error.h"

#include <QByteArray>

namespace evident {

struct HiveImage {
    QByteArray bytes; ///< as hivex is to see them
    std::uint32_t minorVersion = 0; ///< 2: NT 3.5, 3: NT 4 and 2000, 5 and 6: later
};

/// Errors: BadHive with the offset: no regf file, a version not known (before NT 3.5), a bin or cell of impossible
/// size, bytes that end early.
[[nodiscard]] Result<HiveImage> makeHiveImage(Bytes file);

} // namespace evident
