// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/articlefault.h"

namespace evident {

using namespace Qt::StringLiterals;

QString faultLine(const ArticleFault &fault)
{
    if (fault.line <= 0)
        return fault.file + ": "_L1 + fault.sentence;
    return fault.file + u':' + QString::number(fault.line) + ": "_L1 + fault.sentence;
}

} // namespace evident
