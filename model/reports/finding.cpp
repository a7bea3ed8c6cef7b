// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/finding.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>
#include <functional>
#include <map>
#include <span>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace evident {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Finding)
};

/// Rows that belong together, counted.
struct Group {
    std::uint32_t count = 0;
    Timestamp first;
    Timestamp last;
    RowId newest{};
    std::map<QString, Group> subjects; ///< by their folded names, for rows that have one

    void add(Timestamp time, RowId row)
    {
        // Of rows without a time, or of the same, the later one in the logs is the newer.
        if (count++ == 0 || time >= last)
            newest = row;
        if (time.isNull())
            return;
        last = std::max(last, time);
        first = first.isNull() ? time : std::min(first, time);
    }
};

/// What no article speaks of: provider, id and level in one number, cheap to hash for every row.
std::uint64_t packedKey(NameId provider, std::uint16_t id, Level level)
{
    return static_cast<std::uint64_t>(provider) << 32U | static_cast<std::uint64_t>(id) << 16U
        | static_cast<std::uint64_t>(level);
}

bool countsAsTrouble(Level level)
{
    return level == Level::Critical || level == Level::Error || level == Level::Warning;
}

struct Groups {
    std::map<FindingKey, Group> explained;
    std::unordered_map<std::uint64_t, std::uint32_t> unexplained;

    void addBatch(const EventBatch &batch, std::uint32_t firstRow)
    {
        addUnexplained(batch, addExplained(batch, firstRow));
    }

private:
    using Counts = std::vector<std::uint32_t>; ///< of rows, by their kinds' numbers in the batch

    /// Where rows of one batch went before: most go there again.
    struct KnownGroup {
        std::size_t kind = 0; ///< their kind's number
        Highlight highlight = 0;
        const QString *subject = nullptr; ///< of the batch, folded; null: none
        Group *all = nullptr; ///< null: nothing known
        Group *ofSubject = nullptr;
    };
    using KnownGroups = std::vector<KnownGroup>; ///< by kind, those with a subject anywhere; a power of two

    /// Answers how many of each kind there were.
    [[nodiscard]] Counts addExplained(const EventBatch &batch, std::uint32_t firstRow)
    {
        Counts explainedRows(batch.kind.values().size(), 0);
        QStringList folded;
        for (const QString &subject : batch.subjects)
            folded.append(subject.toCaseFolded());
        KnownGroups known(std::bit_ceil(explainedRows.size()));
        auto subject = batch.rowSubjects.begin();
        const auto add = [&](std::size_t row, Highlight highlight) {
            const std::size_t kind = batch.kind.numberAt(row);
            ++explainedRows[kind];
            while (subject != batch.rowSubjects.end() && subject->row < row)
                ++subject;
            if (has(batch.kind.values()[kind].marks(), RowMark::Recovered))
                return;
            const bool hasSubject = subject != batch.rowSubjects.end() && subject->row == row;
            const KnownGroup &groups =
                find(known, batch, kind, highlight, hasSubject ? &folded[subject->subject] : nullptr);
            const auto id = static_cast<RowId>(firstRow + row);
            groups.all->add({batch.time[row]}, id);
            if (hasSubject)
                groups.ofSubject->add({batch.time[row]}, id);
        };
        batch.highlight.withNumbers([&](auto number) {
            const Highlight *const highlights = batch.highlight.values().data();
            for (std::size_t i = 0; i < batch.size(); ++i) {
                if (const Highlight highlight = highlights[number(i)]; highlight != 0)
                    add(i, highlight);
            }
        });
        return explainedRows;
    }

    void addUnexplained(const EventBatch &batch, const Counts &explainedRows)
    {
        const Counts counts = batch.kind.counts();
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const RowKind &kind = batch.kind.values()[i];
            const bool isPlain = !has(kind.marks(), RowMark::Recovered);
            if (isPlain && countsAsTrouble(kind.level()) && counts[i] > explainedRows[i])
                unexplained[packedKey(kind.provider(), kind.id(), kind.level())] += counts[i] - explainedRows[i];
        }
    }

    [[nodiscard]] const KnownGroup &find(
        KnownGroups &known, const EventBatch &batch, std::size_t kind, Highlight highlight, const QString *subject)
    {
        const std::size_t apart = reinterpret_cast<std::uintptr_t>(subject) / sizeof(QString) * 7;
        KnownGroup &groups = known[(kind + apart) & (known.size() - 1)];
        if (groups.all == nullptr || groups.kind != kind || groups.highlight != highlight
            || groups.subject != subject) {
            const RowKind &shared = batch.kind.values()[kind];
            Group &all = explained[{static_cast<ArticleNumber>(highlight - 1), shared.computer(), shared.provider(),
                shared.id(), shared.level()}];
            groups = {.kind = kind,
                .highlight = highlight,
                .subject = subject,
                .all = &all,
                .ofSubject = subject != nullptr ? &all.subjects[*subject] : nullptr};
        }
        return groups;
    }
};

/// The first check that decides something; else why the first does not.
Conclusion concludeSubject(const CheckSubject &subject, std::span<const CheckResult> answers)
{
    Conclusion first;
    for (std::size_t i = 0; i < subject.checks.size(); ++i) {
        Conclusion conclusion = conclude(subject.checks[i], answers);
        if (conclusion.kind != ConclusionKind::NotConfirmed)
            return conclusion;
        if (i == 0)
            first = std::move(conclusion);
    }
    return first;
}

/// Of several subjects: what holds for all of them, and else each one's own conclusion. One answer never stands for all.
std::optional<Conclusion> concludeTogether(const Finding &finding)
{
    const auto &subjects = finding.subjects;
    if (subjects.empty())
        return {};
    if (subjects.size() == 1 && finding.moreSubjects == 0)
        return subjects.front().conclusion;
    const auto kindOf = [](const CheckSubject &subject) {
        return subject.conclusion ? subject.conclusion->kind : ConclusionKind::NotConfirmed;
    };
    const ConclusionKind first = kindOf(subjects.front());
    const bool isSame = finding.moreSubjects == 0
        && std::ranges::all_of(subjects, [&](const CheckSubject &one) { return kindOf(one) == first; });
    const bool isFault = std::ranges::any_of(
        subjects, [&](const CheckSubject &one) { return kindOf(one) == ConclusionKind::ConfirmedFault; });
    Conclusion together{isSame ? first : isFault ? ConclusionKind::ConfirmedFault : ConclusionKind::NotConfirmed, {}};
    together.sentence = isSame
        ? Words::tr("it is the same for each of the %n.", nullptr, static_cast<int>(subjects.size()))
        : Words::tr("it differs for each; see the single answers.");
    return together;
}

void explainSample(Finding &finding, const Matcher &matcher)
{
    finding.explanation = explainBy(matcher, finding.key.article, finding.sample);
    for (const ArticleNumber number : finding.explanation.alsoPossible) {
        Explanation other = explainBy(matcher, number, finding.sample);
        finding.alsoPossible.push_back({std::move(other.articleId), std::move(other.title)});
    }
    Description description = describe(finding.sample, &matcher.shelf().article(finding.key.article));
    finding.sampleText = std::move(description.text);
    finding.sampleOrigin = description.origin;
}

CheckSubject makeSubject(const Group &group, const EventStore &store, const Article &article, const Names &names)
{
    const auto spot = store.at(group.newest);
    const Event event = store.event(group.newest).value_or(rowHead(*spot.batch, spot.index, names));
    return {.name = spot.batch->subjectOf(spot.index),
        .count = group.count,
        .newest = group.newest,
        .time = group.last,
        .checks = checksFor(article, event),
        .conclusion = {}};
}

void addSubjects(
    Finding &finding, const Group &group, const EventStore &store, const Matcher &matcher, const Names &names)
{
    const Article &article = matcher.shelf().article(finding.key.article);
    if (article.checks.empty())
        return;
    if (group.subjects.empty()) { // all events ask the same
        finding.subjects.push_back({.name = subjectOf(finding.explanation.checks),
            .count = group.count,
            .newest = group.newest,
            .time = group.last,
            .checks = finding.explanation.checks,
            .conclusion = {}});
        return;
    }
    std::vector<const Group *> groups;
    groups.reserve(group.subjects.size());
    for (const auto &[folded, one] : group.subjects)
        groups.push_back(&one);
    std::ranges::stable_sort(groups, std::greater(), &Group::count);
    for (const Group *one : std::span(groups).first(std::min(groups.size(), MostSubjects)))
        finding.subjects.push_back(makeSubject(*one, store, article, names));
    finding.moreSubjects = static_cast<std::uint32_t>(groups.size() - finding.subjects.size());
}

Finding makeFinding(
    const FindingKey &key, const Group &group, const EventStore &store, const Matcher &matcher, const Names &names)
{
    Finding finding;
    finding.key = key;
    finding.computer = names.text(key.computer);
    finding.provider = names.text(key.provider);
    finding.count = group.count;
    finding.first = group.first;
    finding.last = group.last;
    finding.sampleRow = group.newest;
    const auto spot = store.at(group.newest);
    finding.sample = store.event(group.newest).value_or(rowHead(*spot.batch, spot.index, names));
    finding.sampleFile = spot.batch->reader->source().name();
    explainSample(finding, matcher);
    addSubjects(finding, group, store, matcher, names);
    return finding;
}

std::vector<Unexplained> listUnexplained(const Groups &groups, const Names &names)
{
    std::vector<Unexplained> list;
    list.reserve(groups.unexplained.size());
    for (const auto &[key, count] : groups.unexplained)
        list.push_back({names.text(static_cast<NameId>(key >> 32U)), static_cast<std::uint16_t>(key >> 16U),
            static_cast<Level>(key & 0xFFU), count});
    std::ranges::sort(list, [](const Unexplained &a, const Unexplained &b) {
        return std::tie(b.count, a.provider, a.id, a.level) < std::tie(a.count, b.provider, b.id, b.level);
    });
    return list;
}

} // namespace

Findings gatherFindings(const EventStore &store, const Matcher &matcher, const Names &names)
{
    Groups groups;
    std::uint32_t firstRow = 0;
    for (const auto &batch : store.batches()) {
        groups.addBatch(*batch, firstRow);
        firstRow += static_cast<std::uint32_t>(batch->size());
    }

    Findings found;
    found.findings.reserve(groups.explained.size());
    for (const auto &[key, group] : groups.explained)
        found.findings.push_back(makeFinding(key, group, store, matcher, names));
    std::ranges::sort(found.findings, [](const Finding &a, const Finding &b) {
        return std::tie(a.explanation.verdict, b.count, a.computer, a.provider, a.key)
            < std::tie(b.explanation.verdict, a.count, b.computer, b.provider, b.key);
    });
    found.unexplained = listUnexplained(groups, names);
    return found;
}

void addChecks(Finding &finding, const std::vector<CheckResult> &answers)
{
    finding.checks.insert(finding.checks.end(), answers.begin(), answers.end());
    for (CheckSubject &subject : finding.subjects)
        subject.conclusion = concludeSubject(subject, finding.checks);
    finding.conclusion = concludeTogether(finding);
}

std::vector<CheckQuestion> questionsOf(const Finding &finding)
{
    CheckQuestion all{.kind = CheckQuestion::Kind::AllOf};
    for (const CheckSubject &subject : finding.subjects) {
        for (const FilledCheck &check : subject.checks) {
            if (check.question.isComplete())
                all.parts.push_back(check.question);
        }
    }
    return singleQuestions(all);
}

std::vector<CheckResult> newestAnswers(const Finding &finding)
{
    std::vector<CheckResult> newest;
    for (const CheckResult &check : finding.checks) {
        const CheckQuestion question = questionOf(check);
        std::erase_if(newest, [&](const CheckResult &other) { return questionOf(other).asksTheSame(question); });
        newest.push_back(check);
    }
    return newest;
}

const CheckSubject *subjectNamed(const Finding &finding, const QString &name)
{
    const auto found = std::ranges::find_if(finding.subjects,
        [&](const CheckSubject &subject) { return subject.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == finding.subjects.end() ? nullptr : &*found;
}

} // namespace evident
