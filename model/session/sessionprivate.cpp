// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionprivate.h"

#include "session/findingquestions.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace evident {

namespace {

using namespace std::chrono_literals;

constexpr auto ShortestQueryPause = 100ms; // a table that changes faster is not read
constexpr auto GatherPause = 150ms;

/// Two thirds of the time belong to loading, however long a query takes.
std::chrono::milliseconds pauseAfter(std::chrono::milliseconds query)
{
    return std::max<std::chrono::milliseconds>(ShortestQueryPause, 2 * query);
}

/// Up to where the log is known now.
LogMark markOf(const OpenLog &open, const LogLoading &loading)
{
    const auto path = SmbPath::from(open.path);
    const bool isWhole = !path || path->wish.isEverything();
    return {.location = open.path,
        .newestRecord = loading.newestRecord(),
        .newestPart = isWhole ? std::optional(loading.newestPart()) : std::nullopt};
}

} // namespace

Session::Private::Private(const Shelf &theShelf, Session &session, const QString &remoteProgram)
    : q(session)
    , shipped(theShelf)
    , matcher(std::make_shared<const Matcher>(theShelf))
    , remote(std::make_shared<RemoteAccess>(remoteProgram))
    , questions(remoteProgram)
{
    pool.setMaxThreadCount(QThread::idealThreadCount() + 1); // a query must not wait for a whole span to be read
    constexpr int RemoteAtATime = 16; // they mostly wait
    remotePool.setMaxThreadCount(RemoteAtATime);
    queryPause.setSingleShot(true);
    gatherPause.setSingleShot(true);
    QObject::connect(&queryPause, &QTimer::timeout, &q, [this] {
        if (queryStale)
            startQuery();
    });
    QObject::connect(&gatherPause, &QTimer::timeout, &q, [this] { gather(); });
}

Session::Private::~Private()
{
    *searchCancelled = true;
    *matchCancelled = true;
    *trialCancelled = true;
    *newsCancelled = true;
    for (const auto &[number, log] : loading)
        *log.cancelled() = true;
    if (queryCancelled)
        *queryCancelled = true;
    if (savingCancelled)
        *savingCancelled = true;
    pool.clear();
    remotePool.clear();
    remotePool.waitForDone();
    pool.waitForDone();
}

// ------------------------------------------------------------------------------------------------------------- loading

void Session::Private::search(const QString &location, const ArchivePassword &password)
{
    ++searches;
    runOn(
        poolFor(location), Urgency::Search,
        [location, password, remote = remote, cancelled = searchCancelled] {
            return std::pair(findLogs(location, cancelled, password, remote), cancelled);
        },
        [this, location](const std::pair<FoundLogs, CancelFlag> &answer) {
            --searches;
            if (!*answer.second)
                found(location, answer.first);
            checkIfIdle();
        });
}

void Session::Private::found(const QString &location, FoundLogs foundLogs)
{
    skipped += foundLogs.skipped;
    if (foundLogs.error)
        failed(location, *foundLogs.error);
    for (const Error &error : foundLogs.archiveErrors)
        failed(error.place.source.isEmpty() ? location : error.place.source, error);
    for (const QString &path : foundLogs.paths)
        openLog(path);
    for (const UnpackedLog &unpacked : foundLogs.unpacked)
        openLog(unpacked.bytes->name(), unpacked);
    for (const QString &archive : foundLogs.locked)
        emit q.passwordWanted(archive);
}

void Session::Private::failed(const QString &path, const Error &error)
{
    logs.push_back({.number = ++lastNumber,
        .path = path,
        .file = path,
        .state = LogState::Failed,
        .permille = 0,
        .info = {},
        .error = error});
    emit q.logAdded(lastNumber);
    emit q.logChanged(lastNumber);
}

void Session::Private::openLog(const QString &path, const UnpackedLog &unpacked)
{
    const std::uint32_t number = ++lastNumber;
    OpenLog log;
    log.number = number;
    log.path = path;
    log.file = unpacked.bytes ? unpacked.archive : path;
    log.info.path = path;
    logs.push_back(std::move(log));
    loading.try_emplace(number, std::make_shared<std::atomic_bool>(false));
    emit q.logAdded(number);
    if (const auto classic = ClassicLocation::from(path)) {
        openClassic(number, *classic);
        return;
    }
    runOn(
        poolFor(path), Urgency::Open,
        [path, unpacked = unpacked.bytes, names = &names, remote = remote, cancelled = loading.at(number).cancelled()] {
            OpenedLog answer{.reader = failure(ErrorCode::ReadFailed, ""), .trouble = {}};
            answer.reader = unpacked ? openUnpacked(unpacked, *names)
                                     : openLogFile(path, *names, remote, cancelled, &answer.trouble);
            return answer;
        },
        [this, number](const OpenedLog &answer) { opened(number, answer); });
}

void Session::Private::opened(std::uint32_t number, OpenedLog answer)
{
    const auto found = loading.find(number);
    OpenLog *open = this->log(number);
    if (found == loading.end() || open == nullptr)
        return;
    if (!answer.reader) {
        finish(number, LogState::Failed, answer.reader.error());
        return;
    }
    open->error = std::move(answer.trouble);
    LogLoading &log = found->second;
    log.setReader(std::move(*answer.reader));
    for (std::size_t span = 0; span < log.spans().size(); ++span) {
        runOn(
            poolFor(open->file), Urgency::Load,
            [reader = log.reader(), number, parts = log.spans()[span], matcher = matcher, names = &names,
                cancelled = log.cancelled()] { return loadSpan(reader, number, parts, *matcher, *names, cancelled); },
            [this, number, span](const LoadedSpan &loaded) { loadedSpan(number, span, loaded); });
    }
    if (log.isComplete()) // a log without a single part
        finish(number, LogState::Loaded);
}

void Session::Private::loadedSpan(std::uint32_t number, std::size_t span, LoadedSpan loaded)
{
    const auto found = loading.find(number);
    if (found == loading.end())
        return;
    LogLoading &log = found->second;
    log.keep(span, std::move(loaded));
    const std::uint32_t first = store.size();
    while (auto batch = log.takeNext())
        store.append(std::move(batch));
    tellRows(first);
    OpenLog *open = this->log(number);
    if (log.isComplete())
        finish(number, LogState::Loaded);
    else if (open != nullptr && log.permille() != open->permille)
        tellProgress(*open, log);
}

/// Of the rows from @p first on, if there are any.
void Session::Private::tellRows(std::uint32_t first)
{
    if (store.size() == first)
        return;
    emit q.rowsAppended(first, store.size() - first);
    rowsChanged();
}

void Session::Private::tellProgress(OpenLog &log, const LogLoading &loadingLog)
{
    log.permille = loadingLog.permille();
    log.info = loadingLog.info(names);
    emit q.logChanged(log.number);
}

void Session::Private::finish(std::uint32_t number, LogState state, std::optional<Error> error)
{
    const auto found = loading.find(number);
    OpenLog *open = log(number);
    if (found == loading.end() || open == nullptr)
        return;
    if (found->second.reader() != nullptr) {
        open->info = found->second.info(names);
        open->permille = found->second.permille();
        const LogReader &reader = *found->second.reader();
        if (open->file == open->path && canHaveNews(open->path, reader.format()))
            marks[number] = markOf(*open, found->second);
        copied.eventsDone += found->second.recordsHere();
        copied.eventsAll += found->second.recordsHere();
        // Chunks that never came are damage; why they did not is known to their source.
        if (const auto *file = dynamic_cast<const RemoteFile *>(&reader.source()); file != nullptr) {
            copied.done += file->arrived();
            copied.all += file->arrived();
            error = error ? std::move(error) : file->trouble();
        }
    }
    open->state = state;
    if (error)
        open->error = std::move(error);
    loading.erase(found);
    emit q.logChanged(number);
    findingsWanted();
    checkIfIdle();
}

void Session::Private::cancelLoading()
{
    *searchCancelled = true;
    searchCancelled = std::make_shared<std::atomic_bool>(false);
    std::vector<std::uint32_t> numbers;
    for (const auto &[number, log] : loading) {
        *log.cancelled() = true;
        numbers.push_back(number);
    }
    for (const std::uint32_t number : numbers)
        finish(number, LogState::Cancelled);
}

void Session::Private::checkIfIdle()
{
    if (q.isLoading())
        return;
    matchAnew();
    if (queryStale && queryCancelled == nullptr)
        startQuery();
    if (gatherPause.isActive()) {
        gatherPause.stop();
        gather();
    }
    emit q.loadingFinished();
}

OpenLog *Session::Private::log(std::uint32_t number)
{
    const auto found = std::ranges::find(logs, number, &OpenLog::number);
    return found == logs.end() ? nullptr : &*found;
}

void Session::Private::takeOut(const std::vector<std::uint32_t> &numbers)
{
    for (const std::uint32_t number : numbers) {
        if (const auto found = loading.find(number); found != loading.end()) {
            *found->second.cancelled() = true;
            loading.erase(found);
        }
        store.removeLog(number);
        marks.erase(number);
        std::erase_if(logs, [number](const OpenLog &log) { return log.number == number; });
    }
    ++queryNumber; // answers with the old row numbers are void
    ++gatherNumber;
    findings = {};
    emit q.rowsReset();
    emit q.findingsChanged();
    for (const std::uint32_t number : numbers)
        emit q.logRemoved(number);
    startQuery();
    findingsWanted();
    checkIfIdle();
}

// ------------------------------------------------------------------------------------------------------------- queries

void Session::Private::rowsChanged()
{
    queryStale = true;
    if (wanted && queryCancelled == nullptr && !queryPause.isActive())
        startQuery();
}

void Session::Private::startQuery()
{
    if (!wanted)
        return;
    if (queryCancelled)
        *queryCancelled = true;
    queryPause.stop();
    queryStale = false;
    queryClock.start();
    queryCancelled = std::make_shared<std::atomic_bool>(false);
    const std::uint64_t number = ++queryNumber;
    const auto tellEarly = [this, context = &q, number](EventOrder order) {
        QMetaObject::invokeMethod(
            context,
            [this, number, order = std::make_shared<const EventOrder>(std::move(order))] { foundEarly(number, order); },
            Qt::QueuedConnection);
    };
    run(
        Urgency::Query,
        [rows = store, query = *wanted, names = &names, matcher = matcher, cancelled = queryCancelled, tellEarly] {
            auto order = runQuery(rows, query, *names, matcher->shelf(), *cancelled, tellEarly);
            return order ? std::make_shared<const EventOrder>(std::move(*order)) : nullptr; // too large to be copied
        },
        [this, number](const std::shared_ptr<const EventOrder> &order) { queried(number, order); });
}

/// A slow query has something to show before it is done.
void Session::Private::foundEarly(std::uint64_t number, const std::shared_ptr<const EventOrder> &order)
{
    if (number == queryNumber)
        emit q.queryDone(order);
}

/// @p order: null when it was cancelled.
void Session::Private::queried(std::uint64_t number, const std::shared_ptr<const EventOrder> &order)
{
    if (number != queryNumber)
        return;
    queryCancelled = nullptr;
    if (!order)
        return;
    const bool first = order->rows.empty(); // whoever waits for a first row waits no longer
    emit q.queryDone(order);
    queryPause.start(first || !q.isLoading() ? 0ms : pauseAfter(std::chrono::milliseconds(queryClock.elapsed())));
}

// ------------------------------------------------------------------------------------------------- findings and checks

void Session::Private::findingsWanted()
{
    gatherStale = true;
    if (!gathering && !gatherPause.isActive())
        gatherPause.start(GatherPause);
}

void Session::Private::gather()
{
    gathering = true;
    gatherStale = false;
    run(
        Urgency::Gather,
        [rows = store, matcher = matcher, names = &names] { return gatherFindings(rows, *matcher, *names); },
        [this, number = ++gatherNumber](const Findings &answer) { gathered(number, answer); });
}

void Session::Private::gathered(std::uint64_t number, Findings answer)
{
    gathering = false;
    if (number == gatherNumber) {
        findings = std::move(answer);
        for (Finding &one : findings.findings) {
            if (const auto asked = checks.find(one.key); asked != checks.end())
                addChecks(one, asked->second);
        }
        emit q.findingsChanged();
    }
    if (gatherStale)
        findingsWanted();
}

Finding *Session::Private::finding(const FindingKey &key)
{
    const auto found = std::ranges::find(findings.findings, key, &Finding::key);
    return found == findings.findings.end() ? nullptr : &*found;
}

void Session::Private::check(const FindingKey &key, const QString &hivePath)
{
    const Finding *about = finding(key);
    if (about == nullptr || about->subjects.empty())
        return;
    QStringList paths;
    for (const OpenHive &hive : hives)
        paths.append(hive.path);
    if (!hivePath.isEmpty())
        paths = {hivePath};
    run(
        Urgency::Check,
        [asked = questionsForComputer(*about), near = questionsForLogs(*about), rows = store, names = &names,
            computer = about->computer, paths] {
            auto answers = answersOfHives(asked, computer, paths);
            std::ranges::move(answersOfLogs(near, rows, *names), std::back_inserter(answers));
            return answers;
        },
        [this, key](const std::vector<CheckResult> &results) { checked(key, results); });
}

void Session::Private::lookInLogs(const FindingKey &key)
{
    const Finding *about = finding(key);
    auto near = about != nullptr ? questionsForLogs(*about) : std::vector<LogQuestion>();
    if (near.empty())
        return;
    run(
        Urgency::Check,
        [near = std::move(near), rows = store, names = &names] { return answersOfLogs(near, rows, *names); },
        [this, key](const std::vector<CheckResult> &results) { checked(key, results); });
}

void Session::Private::checked(const FindingKey &key, const std::vector<CheckResult> &results)
{
    auto &kept = checks[key];
    kept.insert(kept.end(), results.begin(), results.end());
    if (Finding *about = finding(key)) {
        addChecks(*about, results);
        emit q.findingsChanged();
    }
    emit q.checkDone(key);
}

// -------------------------------------------------------------------------------------------------------------- saving

void Session::Private::save(SavingOrder order)
{
    savingCancelled = std::make_shared<std::atomic_bool>(false);
    const auto progress = [session = &q](int permille) {
        QMetaObject::invokeMethod(
            session, [session, permille] { emit session->savingMoved(permille); }, Qt::QueuedConnection);
    };
    run(
        Urgency::Save,
        [order = std::move(order), matcher = matcher, cancelled = savingCancelled, progress] {
            return evident::saveEvents(order, matcher->shelf(), *cancelled, progress);
        },
        [this](const std::optional<Result<SavedEvents>> &answer) { saved(answer); });
}

void Session::Private::saved(const std::optional<Result<SavedEvents>> &answer)
{
    savingCancelled = nullptr;
    if (answer && *answer)
        emit q.eventsSaved(**answer);
    else if (answer)
        emit q.savingFailed(answer->error());
    emit q.savingEnded();
}

} // namespace evident
