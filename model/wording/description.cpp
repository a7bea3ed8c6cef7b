// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/description.h"

#include "knowledge/explanation.h"

namespace evident {

namespace {

QString valueLines(const EventValues &content)
{
    QStringList lines;
    for (const auto &[name, text] : content.values) {
        if (!text.isEmpty())
            lines += name.isEmpty() ? text : name + QStringLiteral(": ") + text;
    }
    return lines.join(u'\n');
}

} // namespace

Description describe(const Event &event, const Article *article)
{
    if (!event.renderedMessage.isEmpty())
        return {event.renderedMessage, DescriptionOrigin::Windows};
    if (article)
        return {filledSummary(*article, event), DescriptionOrigin::Article};
    if (QString lines = valueLines(event.content); !lines.isEmpty())
        return {std::move(lines), DescriptionOrigin::Values};
    return {};
}

} // namespace evident
