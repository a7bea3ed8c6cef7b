// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a Session keeps, and what it does with the answers of its jobs; seen by the session's own sources alone. All of
// it runs on the session's thread. Jobs get values and the flag that tells them to stop; what they answer carries a
// number, and an answer whose number is no longer the current one is dropped.

#include "session/logloading.h"
#include "session/lognews.h"
#include "session/matchjobs.h"
#include "session/session.h"

#include <QElapsedTimer>
#include <QThreadPool>
#include <QTimer>
#include <qtconcurrenttask.h>

#include <map>
#include <tuple>

namespace evident {

struct Session::Private {
    Private(const Shelf &theShelf, Session &session, const QString &remoteProgram);
    ~Private();

    /// What is done first when workers are scarce, the last of these first. None is above 0: a job that wakes an idle worker loses its
    /// priority in QThreadPool and gets 0, so it would wait for all that come after it (the first rows of a log for its last).
    enum class Urgency : int { Search = -6, Open, Load, Gather, Query, Check, Save };

    /// Runs @p job on the pool and hands its answer to @p done on the session's thread, unless the session is gone.
    template<typename Job, typename Done>
    void run(Urgency urgency, Job job, Done done)
    {
        runOn(pool, urgency, std::move(job), std::move(done));
    }
    /// What waits for other computers must not keep a worker from what is here.
    [[nodiscard]] QThreadPool &poolFor(const QString &location)
    {
        return isRemoteLocation(location) ? remotePool : pool;
    }
    template<typename Job, typename Done>
    void runOn(QThreadPool &on, Urgency urgency, Job job, Done done)
    {
        // Always through the event loop: the continuation of a job that is over already would run here and now, inside
        // of whoever started it.
        auto tell = [context = &q, job = std::move(job), done = std::move(done)]() mutable {
            QMetaObject::invokeMethod(
                context, [done = std::move(done), answer = job()]() mutable { done(std::move(answer)); },
                Qt::QueuedConnection);
        };
        std::ignore =
            QtConcurrent::task(std::move(tell)).onThreadPool(on).withPriority(static_cast<int>(urgency)).spawn();
    }

    // Loading
    void search(const QString &location, const ArchivePassword &password = {});
    void found(const QString &location, FoundLogs logs);
    void failed(const QString &path, const Error &error);
    void openLog(const QString &path, const UnpackedLog &unpacked = {});
    struct OpenedLog {
        Result<std::shared_ptr<const LogReader>> reader;
        std::optional<Error> trouble; ///< why it is not all of the log
    };
    void opened(std::uint32_t number, OpenedLog log);
    void openClassic(std::uint32_t number, const ClassicLocation &location);
    void cameIn(std::uint32_t number, const ClassicPiece &piece);
    void loadedSpan(std::uint32_t number, std::size_t span, LoadedSpan loaded);
    void tellRows(std::uint32_t first);
    void tellProgress(OpenLog &log, const LogLoading &loading);
    void finish(std::uint32_t number, LogState state, std::optional<Error> error = {});
    void cancelLoading();
    void checkIfIdle();
    [[nodiscard]] OpenLog *log(std::uint32_t number);
    void loadNews();
    void newsCame(std::uint32_t number, const std::shared_ptr<const Matcher> &by, const LogNews &news);
    void takeOut(const std::vector<std::uint32_t> &numbers);

    // Other articles
    void readArticles(const QStringList &folders);
    void matchAnew();
    void matchedAnew(std::shared_ptr<const Matcher> by, const EventStore &before, EventStore rows);
    void tryArticle(std::shared_ptr<const Article> article);

    // Queries
    void rowsChanged();
    void startQuery();
    void foundEarly(std::uint64_t number, const std::shared_ptr<const EventOrder> &order);
    void queried(std::uint64_t number, const std::shared_ptr<const EventOrder> &order);

    // Findings and checks
    void findingsWanted();
    void gather();
    void gathered(std::uint64_t number, Findings answer);
    void check(const FindingKey &key, const QString &hivePath);
    void lookInLogs(const FindingKey &key);
    void checked(const FindingKey &key, const std::vector<CheckResult> &results);
    [[nodiscard]] Finding *finding(const FindingKey &key);

    // Saving
    void save(SavingOrder order);
    void saved(const std::optional<Result<SavedEvents>> &answer);

    Session &q;
    const Shelf shipped;
    QStringList articlesKnown; ///< fingerprint of the folders at the last look
    bool isLookingAtArticles = false;
    std::optional<QStringList> articlesWanted; ///< asked for during a look
    std::shared_ptr<const Matcher> matcher;
    std::shared_ptr<const Matcher> wantedMatcher; ///< takes over once the rows are matched by it; null when none waits
    CancelFlag matchCancelled = std::make_shared<std::atomic_bool>(false);
    CancelFlag trialCancelled = std::make_shared<std::atomic_bool>(false);
    Names names;
    QThreadPool pool;
    QThreadPool remotePool;
    Remote remote;

    std::vector<OpenLog> logs;
    std::map<std::uint32_t, LogLoading> loading; ///< by log number, while it loads
    std::map<std::uint32_t, LogMark> marks; ///< of logs that may get more, by log number
    int newsAwaited = 0; ///< logs that are being asked
    Copying copied; ///< of logs that are no longer loading
    std::uint64_t newsCount = 0;
    std::optional<Error> newsTrouble;
    CancelFlag newsCancelled = std::make_shared<std::atomic_bool>(false);
    std::uint32_t lastNumber = 0;
    int searches = 0; ///< locations being looked through
    CancelFlag searchCancelled = std::make_shared<std::atomic_bool>(false);
    std::uint64_t skipped = 0;
    EventStore store;

    std::optional<Query> wanted;
    std::uint64_t queryNumber = 0;
    CancelFlag queryCancelled; ///< of the running query; null when none runs
    bool queryStale = false; ///< rows came or went since the last query began
    QElapsedTimer queryClock;
    QTimer queryPause;

    Findings findings;
    std::map<FindingKey, std::vector<CheckResult>> checks; ///< findings are gathered anew; what was asked stays
    std::uint64_t gatherNumber = 0;
    bool gathering = false;
    bool gatherStale = false;
    QTimer gatherPause;

    std::vector<OpenHive> hives;
    ComputerQuestions questions;
    CancelFlag savingCancelled; ///< of the saving that runs; null when none does
};

} // namespace evident
