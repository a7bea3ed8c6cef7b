// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventwriter.h"
#include "tables/eventlines.h"

namespace evident {

EventWriter textWriter(const WriterContext &context)
{
    const auto writePart = [context](const LogReader &reader, std::size_t part, OutBuffer &out) {
        return forEachEvent(reader, part, context, [&](const Event &event, const QString &description) {
            const QByteArray block = textBlock(event, description, context.zone);
            out.append({block.constData(), static_cast<std::size_t>(block.size())});
        });
    };
    return {.before = {}, .part = writePart, .behind = {}};
}

} // namespace evident
