// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/report.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

QJsonValue timeOrNull(Timestamp time)
{
    return time.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(time.toIso());
}

template<typename Range, typename Make>
QJsonArray arrayOf(const Range &range, Make make)
{
    QJsonArray array;
    for (const auto &item : range)
        array.append(make(item));
    return array;
}

QJsonObject sampleObject(const Finding &finding)
{
    return {
        {u"file"_s, finding.sampleFile},
        {u"record"_s,
            finding.sample.recordId ? QJsonValue(static_cast<qint64>(*finding.sample.recordId))
                                    : QJsonValue(QJsonValue::Null)},
        {u"text"_s, finding.sampleText},
    };
}

/// What each service that the events name came to.
QJsonObject subjectObject(const CheckSubject &subject)
{
    const auto conclusion = subject.conclusion.value_or(Conclusion{});
    return {
        {u"about"_s, subject.name},
        {u"count"_s, static_cast<qint64>(subject.count)},
        {u"conclusion"_s, conclusionWord(conclusion.kind)},
        {u"conclusionText"_s, conclusion.sentence},
    };
}

QJsonObject findingObject(const Finding &finding)
{
    const Explanation &explanation = finding.explanation;
    const auto conclusion = finding.conclusion.value_or(Conclusion{});
    return {
        {u"article"_s, explanation.articleId},
        {u"title"_s, explanation.title},
        {u"verdict"_s, verdictWord(explanation.verdict)},
        {u"level"_s, levelWord(finding.key.level)},
        {u"provider"_s, finding.provider},
        {u"id"_s, finding.key.id},
        {u"computer"_s, finding.computer},
        {u"count"_s, static_cast<qint64>(finding.count)},
        {u"first"_s, timeOrNull(finding.first)},
        {u"last"_s, timeOrNull(finding.last)},
        {u"sample"_s, sampleObject(finding)},
        {u"why"_s, QJsonArray::fromStringList(explanation.why)},
        {u"checks"_s, arrayOf(finding.checks, [](const CheckResult &check) { return toJson(check); })},
        {u"conclusion"_s, conclusionWord(conclusion.kind)},
        {u"conclusionText"_s, conclusion.sentence},
        {u"conclusions"_s, arrayOf(finding.subjects, subjectObject)},
        {u"subjectsLeftOut"_s, static_cast<qint64>(finding.moreSubjects)},
        {u"alsoPossible"_s, arrayOf(finding.alsoPossible, [](const OtherArticle &other) { return other.id; })},
    };
}

QJsonObject unexplainedObject(const Unexplained &unexplained)
{
    return {
        {u"provider"_s, unexplained.provider},
        {u"id"_s, unexplained.id},
        {u"level"_s, levelWord(unexplained.level)},
        {u"count"_s, static_cast<qint64>(unexplained.count)},
    };
}

} // namespace

QByteArray reportAsJson(const Report &report)
{
    const QJsonObject object{
        {u"generator"_s, generatorName()},
        {u"files"_s, arrayOf(report.logs, [](const LogInfo &info) { return toJson(info); })},
        {u"skipped"_s, static_cast<qint64>(report.skipped)},
        {u"events"_s, static_cast<qint64>(report.events)},
        {u"findings"_s, arrayOf(report.findings.findings, findingObject)},
        {u"unexplained"_s, arrayOf(report.findings.unexplained, unexplainedObject)},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace evident
