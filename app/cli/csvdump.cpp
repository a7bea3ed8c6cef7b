// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventwriter.h"
#include "tables/eventlines.h"

namespace evident {

EventWriter csvWriter(const WriterContext &context)
{
    const auto writePart = [context](const LogReader &reader, std::size_t part, OutBuffer &out) {
        const QString file = reader.source().name();
        return forEachEvent(reader, part, context, [&](const Event &event, const QString &description) {
            const QByteArray line = csvLine(event, description, file, context.zone);
            out.append({line.constData(), static_cast<std::size_t>(line.size())});
        });
    };
    return {.before = csvHead().toStdString(), .part = writePart, .behind = {}};
}

} // namespace evident
