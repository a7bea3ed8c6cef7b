// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A record of an .evt log as `dump` prints it: in the shape that Windows gives to classic events (XML) and evtx_dump
// makes of it (JSON).

#include "bytes/outbuffer.h"
#include "formats/evt/evtrecord.h"

#include <QStringView>

namespace evident::evt {

/// One line, its end included.
void appendJsonLine(OutBuffer &out, const Record &record, QStringView channel);
/// One Event element, unindented, and a line's end.
void appendXml(OutBuffer &out, const Record &record, QStringView channel);

} // namespace evident::evt
