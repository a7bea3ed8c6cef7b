// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/eventsnear.h"

#include "knowledge/providers.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstring>
#include <map>
#include <set>

namespace evident {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EventsNear)
};

constexpr std::size_t MostRead = 10'000; ///< of the nearest
constexpr std::uint64_t TicksAMinute = 60ULL * 10'000'000;

/// The numbers of all names that @p isMeant holds for.
template<typename IsMeant>
std::set<NameId> namesThat(const Names &names, IsMeant isMeant)
{
    std::set<NameId> found;
    for (std::uint32_t i = 1; i < names.count(); ++i) {
        if (isMeant(names.text(NameId{i})))
            found.insert(NameId{i});
    }
    return found;
}

bool isSameHost(const QString &one, const QString &other)
{
    return one.section(u'.', 0, 0).compare(other.section(u'.', 0, 0), Qt::CaseInsensitive) == 0;
}

/// What one log holds of the computer.
struct Coverage {
    std::uint64_t first = UINT64_MAX;
    std::uint64_t last = 0;
    bool hasSource = false; ///< an event of the provider: it is a log that such events are written to

    void add(std::uint64_t time)
    {
        first = std::min(first, time);
        last = std::max(last, time);
    }
};

/// From Vista on the service manager writes the key name as data, with the state behind it: "Spooler/4".
QString nameInData(const QByteArray &data)
{
    std::u16string text(static_cast<std::size_t>(data.size() / 2), u'\0');
    std::memcpy(text.data(), data.constData(), text.size() * sizeof(char16_t));
    return QString::fromUtf16(text.data(), static_cast<qsizetype>(text.size()))
        .section(QChar(u'\0'), 0, 0)
        .section(u'/', 0, 0);
}

class NearLook {
public:
    NearLook(const EventStore &rows, const Names &names, const CheckQuestion &question, const NearEvent &event)
        : m_rows(rows)
        , m_question(question)
        , m_event(event)
        , m_computers(namesThat(names, [&](const QString &name) { return isSameHost(name, event.computer); }))
        , m_sources(namesThat(names,
              [&](const QString &name) { return canonicalProvider(name) == canonicalProvider(question.source); }))
        , m_from(event.time.ticks - std::min(event.time.ticks, question.minutes * TicksAMinute))
        , m_to(event.time.ticks + question.minutes * TicksAMinute)
    {
    }

    /// The nearest event that speaks of the service.
    std::optional<Event> find()
    {
        RowIds candidates;
        for (std::size_t at = 0; at < m_rows.batches().size(); ++at)
            look(*m_rows.batches()[at], m_rows.firstRow(at), candidates);
        std::ranges::sort(candidates, {}, [&](RowId row) {
            const auto spot = m_rows.at(row);
            const auto time = spot.batch->time[spot.index];
            return time > m_event.time.ticks ? time - m_event.time.ticks : m_event.time.ticks - time;
        });
        candidates.resize(std::min(candidates.size(), MostRead));
        for (const RowId row : candidates) {
            auto event = m_rows.event(row);
            if (event && speaksOfService(*event))
                return std::move(*event);
        }
        return {};
    }

    /// Whether a log that such events are written to goes over the time asked about, up to the event at least.
    [[nodiscard]] bool isCovered() const
    {
        return std::ranges::any_of(m_logs, [this](const auto &log) {
            return log.second.hasSource && log.second.first <= m_from && log.second.last >= m_event.time.ticks;
        });
    }

private:
    void look(const EventBatch &batch, RowId first, RowIds &candidates)
    {
        Coverage &coverage = m_logs[batch.log];
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const RowKind &kind = batch.kind[i];
            if (batch.time[i] == 0 || !m_computers.contains(kind.computer()))
                continue;
            coverage.add(batch.time[i]);
            if (!m_sources.contains(kind.provider()))
                continue;
            coverage.hasSource = true;
            const bool isNear = batch.time[i] >= m_from && batch.time[i] <= m_to;
            if (isNear && std::ranges::find(m_question.ids, kind.id()) != m_question.ids.end())
                candidates.push_back(RowId{std::to_underlying(first) + static_cast<std::uint32_t>(i)});
        }
    }

    [[nodiscard]] bool speaksOfService(const Event &event) const
    {
        if (event.content.values.empty()
            && event.content.data.isEmpty()) // an export that holds nothing but Windows' words
            return event.renderedMessage.contains(m_question.service, Qt::CaseInsensitive);
        if (nameInData(event.content.data).compare(m_question.service, Qt::CaseInsensitive) == 0)
            return true;
        return std::ranges::any_of(event.content.values, [this](const auto &value) {
            const QString text = value.text.trimmed();
            return text.compare(m_question.service, Qt::CaseInsensitive) == 0
                || m_event.names.contains(text, Qt::CaseInsensitive);
        });
    }

    const EventStore &m_rows;
    const CheckQuestion &m_question;
    const NearEvent &m_event;
    std::set<NameId> m_computers;
    std::set<NameId> m_sources;
    std::uint64_t m_from;
    std::uint64_t m_to;
    std::map<std::uint32_t, Coverage> m_logs;
};

void answerFrom(const Event &found, CheckResult &result)
{
    QStringList values;
    for (const auto &value : found.content.values)
        values.append(value.text);
    result.state = ServiceState::Yes;
    result.evidence = Words::tr("Event %1 of %2, written %3, says: %4.")
                          .arg(QString::number(found.id), found.provider, found.time.toIso(), values.join(u", "));
}

void answerAbsent(const NearEvent &event, bool isCovered, CheckResult &result)
{
    const CheckQuestion &question = *result.question;
    if (isCovered) {
        result.state = ServiceState::No;
        result.evidence = Words::tr(
            "The open logs of %1 hold no such event from %n minutes before the event on.", nullptr, question.minutes)
                              .arg(event.computer);
        return;
    }
    result.state = ServiceState::NotPossible;
    result.evidence = Words::tr("No log of %1 is open that holds events of %2 and goes over the time of this event.")
                          .arg(event.computer, question.source);
    result.next = Words::tr("Open the System log of %1 as well, and check again.").arg(event.computer);
}

} // namespace

CheckResult lookNear(const EventStore &rows, const Names &names, const CheckQuestion &question, const NearEvent &event)
{
    QElapsedTimer clock;
    clock.start();
    CheckResult result = answerTo(question);
    result.asked = event.computer;
    result.answeredAs = event.computer;
    result.by = CheckedBy::Logs;
    result.time = Timestamp::now();
    NearLook look(rows, names, question, event);
    if (const auto found = look.find())
        answerFrom(*found, result);
    else
        answerAbsent(event, !event.time.isNull() && look.isCovered(), result);
    result.milliseconds = static_cast<int>(clock.elapsed());
    return result;
}

} // namespace evident
