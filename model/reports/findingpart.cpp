// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reportpage.h"
#include "reports/words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReportPage)
};

/// Nothing is silently lost: what is too long for a page is cut with a word of how much is missing.
QString pageValue(const QString &text)
{
    constexpr qsizetype Longest = 4000;
    if (text.size() <= Longest)
        return visible(text);
    return visible(text.first(Longest))
        + Words::tr(" … (%1 characters more)").arg(countText(static_cast<std::uint64_t>(text.size() - Longest)));
}

/// Puts plain text into Markdown without any of it becoming markup.
QString escaped(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (u"\\`*_[]#<>-+.!"_s.contains(c))
            result += u'\\';
        result += c;
    }
    return result;
}

QString dataLine(QByteArrayView bytes, qsizetype offset)
{
    QString hex;
    QString characters;
    for (const char byte : bytes) {
        const auto value = static_cast<uchar>(byte);
        hex += u"%1 "_s.arg(value, 2, 16, QChar(u'0'));
        characters += value > 0x20 && value < 0x7F ? QChar(char16_t{value}) : QChar(u'.');
    }
    return u"%1  %2 %3"_s.arg(offset, 4, 16, QChar(u'0')).arg(hex, -48).arg(characters);
}

QStringList dataLines(const QByteArray &data)
{
    constexpr qsizetype PerLine = 16;
    constexpr qsizetype Most = 1024;
    QStringList lines;
    for (qsizetype at = 0; at < std::min(Most, data.size()); at += PerLine)
        lines.append(dataLine(QByteArrayView(data).sliced(at).first(std::min(PerLine, data.size() - at)), at));
    if (data.size() > Most)
        lines.append(Words::tr("… (%1 bytes more)").arg(countText(static_cast<std::uint64_t>(data.size() - Most))));
    return lines;
}

Facts valueFacts(const EventValues &content)
{
    Facts facts;
    std::size_t number = 0;
    for (const EventValue &value : content.values) {
        ++number;
        const QString label = value.name.isEmpty() ? Words::tr("String %1").arg(number) : visible(value.name);
        facts.push_back({label, pageValue(value.text), Fact::Face::Monospaced});
    }
    return facts;
}

void addFact(Facts &facts, const QString &label, const QString &value, Fact::Face face = Fact::Face::Text)
{
    if (!value.isEmpty())
        facts.push_back({label, pageValue(value), face});
}

Facts eventFacts(const Finding &finding, const QTimeZone &zone)
{
    const Event &event = finding.sample;
    const QString otherName =
        event.sourceName.compare(event.provider, Qt::CaseInsensitive) == 0 ? QString() : event.sourceName;
    Facts facts;
    addFact(
        facts, Words::tr("Source"), otherName.isEmpty() ? event.provider : u"%1 (%2)"_s.arg(event.provider, otherName));
    addFact(facts, Words::tr("Event ID"), QString::number(event.id));
    addFact(facts, Words::tr("Level"), levelText(event.level));
    addFact(facts, Words::tr("Computer"), event.computer);
    addFact(facts, Words::tr("Date and Time"), timeText(event.time, zone));
    addFact(facts, Words::tr("Log"), event.channel);
    addFact(facts, Words::tr("User"), event.user, Fact::Face::Monospaced);
    addFact(facts, Words::tr("Record"), event.recordId ? QString::number(*event.recordId) : QString());
    addFact(facts, Words::tr("File"), finding.sampleFile);
    return facts;
}

QString askedOf(const CheckResult &check)
{
    return check.address.isEmpty() ? check.asked : u"%1 (%2)"_s.arg(check.asked, check.address);
}

Facts checkFacts(const CheckResult &check, const QTimeZone &zone)
{
    Facts facts;
    addFact(facts, Words::tr("Evidence"), check.evidence);
    addFact(facts, Words::tr("Asked"), askedOf(check));
    addFact(facts, Words::tr("How"), checkedByText(check.by));
    addFact(facts, Words::tr("Answered as"), check.answeredAs);
    addFact(facts, Words::tr("Account"), check.as);
    addFact(facts, Words::tr("Asked by"), check.checkedBy);
    addFact(facts, Words::tr("When"), timeText(check.time, zone));
    addFact(facts, Words::tr("Took"),
        Words::tr("%1 ms", "milliseconds").arg(countText(static_cast<std::uint64_t>(std::max(0, check.milliseconds)))));
    addFact(facts, Words::tr("Display name"), check.displayName);
    addFact(facts, Words::tr("Start type"), check.startType ? startTypeText(*check.startType) : QString());
    addFact(facts, Words::tr("Program"), check.imagePath, Fact::Face::Monospaced);
    if (check.code != 0)
        addFact(facts, Words::tr("Code"), QString::number(check.code), Fact::Face::Monospaced);
    return facts;
}

QString notAsked(const CheckQuestion &question)
{
    return question.isComplete() ? Words::tr("Not asked yet.")
                                 : Words::tr("Cannot be asked: the event does not give the service's name properly.");
}

std::vector<CheckPart> composeChecks(const Finding &finding, const QTimeZone &zone)
{
    std::vector<CheckPart> parts;
    parts.reserve(finding.checks.size());
    for (const CheckResult &check : finding.checks)
        parts.push_back({visible(questionText(questionOf(check), check.asked)), visible(answerText(check)),
            checkFacts(check, zone), escaped(pageValue(check.next))});
    if (!parts.empty())
        return parts;
    for (const CheckSubject &subject : finding.subjects) {
        for (const FilledCheck &check : subject.checks)
            parts.push_back(
                {visible(questionText(check.question, finding.computer)), notAsked(check.question), {}, check.unknown});
    }
    return parts;
}

QString conclusionLine(const Conclusion &conclusion)
{
    return u"**%1:** %2"_s.arg(conclusionText(conclusion.kind), conclusion.sentence);
}

/// Where the events name several services: each one's own conclusion.
QString subjectsMarkdown(const Finding &finding)
{
    QString lines;
    for (const CheckSubject &subject : finding.subjects) {
        const QString name = subject.name.isEmpty() ? Words::tr("(not named)") : escaped(visible(subject.name));
        lines += u"- %1, %2 ×: %3\n"_s.arg(name, countText(subject.count),
            conclusionLine(subject.conclusion.value_or(
                Conclusion{ConclusionKind::NotConfirmed, Words::tr("the check has not been made yet.")})));
    }
    if (finding.moreSubjects > 0)
        lines += u"- "_s + Words::tr("%n more were not asked about.", nullptr, static_cast<int>(finding.moreSubjects));
    return lines;
}

QString conclusionMarkdown(const Finding &finding)
{
    if (finding.explanation.checks.empty())
        return {};
    if (!finding.conclusion)
        return conclusionLine({ConclusionKind::NotConfirmed, Words::tr("the check has not been made yet.")});
    const QString together = conclusionLine(*finding.conclusion);
    return finding.subjects.size() > 1 ? together + u"\n\n"_s + subjectsMarkdown(finding) : together;
}

QString countedText(const Finding &finding, const QTimeZone &zone)
{
    const QString count = u"%1 ×"_s.arg(countText(finding.count));
    const QString computer = visible(finding.computer);
    if (finding.first.isNull())
        return Words::tr("%1 on %2, without a time", "412 ×, computer").arg(count, computer);
    if (finding.first == finding.last)
        return Words::tr("%1 on %2, %3", "412 ×, computer, time").arg(count, computer, timeText(finding.first, zone));
    return Words::tr("%1 on %2, first %3, last %4", "412 ×, computer, times")
        .arg(count, computer, timeText(finding.first, zone), timeText(finding.last, zone));
}

Facts articleFacts(const Explanation &explanation)
{
    Facts facts;
    addFact(facts, Words::tr("Applies to"), explanation.appliesTo.join(", "_L1));
    addFact(facts, Words::tr("Article"), explanation.articleId);
    return facts;
}

} // namespace

QString FindingPart::verdictLine() const
{
    return conclusionWord.isEmpty() ? verdictWord : u"%1 · %2"_s.arg(verdictWord, conclusionWord);
}

QString FindingPart::computerLine() const
{
    return conclusionWord.isEmpty() ? computer : u"%1 – %2"_s.arg(computer, conclusionWord);
}

QString FindingPart::oneLine() const
{
    const QString line = u"%1 %2 (%3)"_s.arg(count, title, computer);
    return conclusionWord.isEmpty() ? line : u"%1 – %2"_s.arg(line, conclusionWord);
}

FindingPart composeFinding(const Finding &finding, const QTimeZone &zone)
{
    const Explanation &explanation = finding.explanation;
    FindingPart part{.verdict = explanation.verdict,
        .verdictWord = verdictText(explanation.verdict),
        .title = visible(explanation.title),
        .count = u"%1 ×"_s.arg(countText(finding.count)),
        .computer = visible(finding.computer),
        .counted = countedText(finding, zone),
        .conclusionWord = finding.conclusion ? conclusionText(finding.conclusion->kind) : QString(),
        .conclusion = conclusionMarkdown(finding),
        .summary = visible(explanation.summary),
        .checks = composeChecks(finding, zone),
        .event = eventFacts(finding, zone),
        .values = valueFacts(finding.sample.content),
        .dataLines = dataLines(finding.sample.content.data),
        .sources = explanation.sources,
        .article = articleFacts(explanation)};
    for (std::size_t i = 0; i < SectionCount; ++i) {
        if (!explanation.sections[i].isEmpty())
            part.sections.push_back({sectionText(static_cast<SectionKind>(i)), visible(explanation.sections[i])});
    }
    if (finding.sampleOrigin == DescriptionOrigin::Windows)
        part.windowsText = pageValue(finding.sampleText);
    for (const QString &why : explanation.why)
        part.why.append(pageValue(why));
    for (const OtherArticle &other : finding.alsoPossible)
        part.alsoPossible.append(visible(u"%1 (%2)"_s.arg(other.title, other.id)));
    return part;
}

} // namespace evident
