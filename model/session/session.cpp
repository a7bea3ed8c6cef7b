// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"

#include "session/person.h"
#include "session/sessionprivate.h"

#include <numeric>

namespace evident {

Session::Session(const Shelf &shelf, QObject *parent, const QString &remoteProgram)
    : QObject(parent)
    , d(std::make_unique<Private>(shelf, *this, remoteProgram))
{
}

Session::~Session() = default;

void Session::open(const QString &location)
{
    d->search(location);
}

void Session::unlock(const QString &archive, const std::optional<QString> &password)
{
    d->search(archive, [password](const QString &) { return password; });
}

void Session::readAgain(std::uint32_t number)
{
    const OpenLog *log = d->log(number);
    if (log == nullptr)
        return;
    const QString file = log->file;
    std::vector<std::uint32_t> numbers;
    for (const OpenLog &other : d->logs) {
        if (other.file == file)
            numbers.push_back(other.number);
    }
    d->takeOut(numbers);
    open(file);
}

void Session::cancelLoading()
{
    d->cancelLoading();
}

void Session::loadNews()
{
    d->loadNews();
}

const std::shared_ptr<RemoteAccess> &Session::remote() const
{
    return d->remote;
}

void Session::closeLog(std::uint32_t number)
{
    if (d->log(number) != nullptr)
        d->takeOut({number});
}

void Session::closeAll()
{
    d->cancelLoading();
    std::vector<std::uint32_t> numbers;
    for (const OpenLog &log : d->logs)
        numbers.push_back(log.number);
    d->skipped = 0;
    if (!numbers.empty())
        d->takeOut(numbers);
}

Session::Copying Session::copying() const
{
    Copying sum = d->copied;
    for (const auto &[number, log] : d->loading) {
        sum.eventsDone += log.recordsExpected() > 0 ? log.recordsHere() : 0;
        sum.eventsAll += log.recordsExpected();
        const auto *file = log.reader() ? dynamic_cast<const RemoteFile *>(&log.reader()->source()) : nullptr;
        if (file == nullptr)
            continue;
        sum.done += file->arrived();
        sum.all += file->size();
    }
    return sum;
}

bool Session::isLoading() const
{
    return d->searches > 0 || !d->loading.empty();
}

std::uint64_t Session::skippedFiles() const
{
    return d->skipped;
}

const std::vector<OpenLog> &Session::logs() const
{
    return d->logs;
}

const EventStore &Session::store() const
{
    return d->store;
}

const Names &Session::names() const
{
    return d->names;
}

const Matcher &Session::matcher() const
{
    return *d->matcher;
}

void Session::useShelf(const Shelf &shelf)
{
    d->wantedMatcher = std::make_shared<const Matcher>(shelf);
    d->matchAnew();
}

void Session::readArticles(const QStringList &folders)
{
    d->readArticles(folders);
}

void Session::tryArticle(std::shared_ptr<const Article> article)
{
    d->tryArticle(std::move(article));
}

const std::vector<Finding> &Session::findings() const
{
    return d->findings.findings;
}

const Findings &Session::allFindings() const
{
    return d->findings;
}

void Session::query(const Query &query)
{
    d->wanted = query;
    d->startQuery();
}

Result<OpenHive> Session::addHive(const QString &path)
{
    const auto hive = SystemHive::open(path);
    if (!hive)
        return std::unexpected(hive.error());
    OpenHive open{.path = path, .computer = hive->computerName()};
    std::erase_if(d->hives, [&path](const OpenHive &known) { return known.path == path; });
    d->hives.push_back(open);
    emit hivesChanged();
    return open;
}

const std::vector<OpenHive> &Session::hives() const
{
    return d->hives;
}

void Session::check(const FindingKey &finding, const QString &hivePath)
{
    d->check(finding, hivePath);
}

ComputerQuestions &Session::questions()
{
    return d->questions;
}

void Session::lookInLogs(const FindingKey &finding)
{
    d->lookInLogs(finding);
}

void Session::keepAnswers(const FindingKey &finding, const std::vector<CheckResult> &answers)
{
    d->checked(finding, answers);
}

void Session::saveEvents(SavingOrder order)
{
    if (isSaving())
        return;
    order.store = d->store;
    d->save(std::move(order));
}

void Session::cancelSaving()
{
    if (d->savingCancelled)
        *d->savingCancelled = true;
}

bool Session::isSaving() const
{
    return d->savingCancelled != nullptr;
}

Report Session::report() const
{
    Report report;
    report.findings = d->findings;
    for (const OpenLog &log : d->logs) {
        if (log.state != LogState::Failed)
            report.logs.push_back(log.info);
    }
    report.events = std::accumulate(report.logs.begin(), report.logs.end(), std::uint64_t{0},
        [](std::uint64_t sum, const LogInfo &info) { return sum + info.records; });
    report.skipped = d->skipped;
    report.zone = QTimeZone::systemTimeZone();
    report.madeAt = Timestamp::now();
    report.madeBy = personAndMachine();
    return report;
}

} // namespace evident
