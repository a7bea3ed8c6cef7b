// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/checkquestion.h"

#include <algorithm>

namespace evident {

namespace {

bool isSame(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

void collect(const CheckQuestion &question, std::vector<CheckQuestion> &found)
{
    if (question.isJoin()) {
        for (const CheckQuestion &part : question.parts)
            collect(part, found);
        return;
    }
    if (std::ranges::none_of(found, [&](const CheckQuestion &one) { return one.asksTheSame(question); }))
        found.push_back(question);
}

} // namespace

bool CheckQuestion::isComplete() const
{
    switch (kind) {
    case Kind::Service:
    case Kind::EventsNear: return !service.isEmpty();
    case Kind::RegistryValue: return !key.isEmpty();
    case Kind::FilePresent: return !path.isEmpty();
    case Kind::AllOf:
    case Kind::AnyOf: return std::ranges::all_of(parts, &CheckQuestion::isComplete);
    }
    return false;
}

QStringList CheckQuestion::subjects() const
{
    if (kind == Kind::RegistryValue)
        return key.isEmpty() ? QStringList() : QStringList{key + u'\\' + name};
    if (kind == Kind::FilePresent)
        return path.isEmpty() ? QStringList() : QStringList{path};
    if (!isJoin())
        return service.isEmpty() ? QStringList() : QStringList{service};
    QStringList all;
    for (const CheckQuestion &part : parts) {
        for (const QString &subject : part.subjects()) {
            if (!all.contains(subject, Qt::CaseInsensitive))
                all.append(subject);
        }
    }
    return all;
}

bool CheckQuestion::asksTheSame(const CheckQuestion &other) const
{
    return kind == other.kind && isSame(service, other.service) && isSame(key, other.key) && isSame(name, other.name)
        && wanted == other.wanted && isSame(source, other.source) && ids == other.ids && minutes == other.minutes
        && isSame(path, other.path)
        && std::ranges::equal(parts, other.parts,
            [](const CheckQuestion &one, const CheckQuestion &another) { return one.asksTheSame(another); });
}

CheckQuestion serviceQuestion(const QString &service)
{
    CheckQuestion question;
    question.service = service;
    return question;
}

std::vector<CheckQuestion> singleQuestions(const CheckQuestion &question)
{
    std::vector<CheckQuestion> found;
    collect(question, found);
    return found;
}

} // namespace evident
