// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/subject.h"

#include "events/rowverdicts.h"

#include <algorithm>
#include <utility>

namespace evident {

Result<Subject> subjectOf(const Session &session, RowId row)
{
    if (std::to_underlying(row) >= session.store().size())
        return failure(ErrorCode::BadUsage, "row past the store's end");
    const auto [batch, index] = session.store().at(row);
    auto event = session.store().event(row);
    if (!event)
        return std::unexpected(event.error());
    Subject subject;
    subject.row = row;
    subject.event = std::move(*event);
    subject.file = batch->reader->source().name();
    subject.place = batch->place[index];
    subject.marks = batch->kind[index].marks();
    subject.explanation = explain(session.matcher(), subject.event);
    subject.finding = findingKeyOf(session.store(), row);
    const Article *article =
        subject.explanation ? &session.matcher().shelf().article(subject.explanation->article) : nullptr;
    subject.description = describe(subject.event, article);
    if (auto xml = batch->reader->eventAs(subject.place, DumpForm::Xml))
        subject.xml = std::move(*xml);
    return subject;
}

const Finding *findingOf(const Session &session, const std::optional<FindingKey> &key)
{
    if (!key)
        return nullptr;
    const auto &findings = session.findings();
    const auto found = std::ranges::find(findings, *key, &Finding::key);
    return found == findings.end() ? nullptr : &*found;
}

} // namespace evident
