// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Owns what is open and every thread that works on it. Lives on the GUI thread, made by main; jobs run on a private
// pool, are free functions on immutable inputs, and answer with values that only the GUI thread appends. Views and
// tables are told by signals and read through const references.

#include "checks/hive.h"
#include "reports/report.h"
#include "session/computerquestions.h"
#include "session/eventsaving.h"
#include "session/matchjobs.h"
#include "sources/location.h"
#include "store/eventorder.h"

#include <QObject>

#include <memory>

namespace evident {

class RemoteAccess;

enum class LogState : std::uint8_t { Loading, Loaded, Cancelled, Failed };

/// One log that is open or being opened. Numbers are given in the order of opening and not used again.
struct OpenLog {
    std::uint32_t number = 0;
    QString path; ///< of one out of an archive: the archive's, and its own inside of it
    QString file; ///< what to open again to read it again: the archive, or the log itself
    LogState state = LogState::Loading;
    int permille = 0; ///< of its bytes
    LogInfo info; ///< complete once loaded; counts grow while loading
    std::optional<Error> error; ///< when Failed, or when Loaded without all that there is
};

/// A SYSTEM hive the user put beside the logs.
struct OpenHive {
    QString path;
    QString computer; ///< as the hive says; may be empty
};

class Session final : public QObject {
    Q_OBJECT
public:
    /// @p remoteProgram: as for ComputerQuestions.
    explicit Session(const Shelf &shelf, QObject *parent = nullptr, const QString &remoteProgram = {});
    ~Session() override; ///< cancels and waits

    /// Opens every log behind @p location; a folder's other files are passed over and counted. What is no log and was
    /// named itself is reported by logChanged with state Failed. A hive is not opened here. An archive that wants a
    /// password is left until unlock; passwordWanted tells.
    void open(const QString &location);
    /// Opens the logs of a locked archive, or with no password what of it is not locked. A wrong one is reported as
    /// open does.
    void unlock(const QString &archive, const std::optional<QString> &password);
    /// Closes what came out of the file of this log, and opens the file again.
    void readAgain(std::uint32_t number);
    void cancelLoading();
    /// Brings what came since into the logs that can be asked for it, behind the rows that are there; newsLoaded tells when
    /// all were asked. Asking again meanwhile does nothing.
    void loadNews();
    /// What reads the logs of other computers, and as whom.
    [[nodiscard]] const std::shared_ptr<RemoteAccess> &remote() const;
    void closeLog(std::uint32_t number);
    void closeAll();
    [[nodiscard]] bool isLoading() const;
    /// What comes from other computers: how much is here, and how much is wanted.
    struct Copying {
        std::uint64_t done = 0; ///< bytes of log files
        std::uint64_t all = 0;
        std::uint64_t eventsDone = 0; ///< of classic logs, whose bytes nobody knows beforehand
        std::uint64_t eventsAll = 0;
    };
    [[nodiscard]] Copying copying() const;
    [[nodiscard]] std::uint64_t skippedFiles() const;

    [[nodiscard]] const std::vector<OpenLog> &logs() const;
    [[nodiscard]] const EventStore &store() const;
    [[nodiscard]] const Names &names() const;
    /// Valid until knowledgeChanged.
    [[nodiscard]] const Matcher &matcher() const;
    [[nodiscard]] const std::vector<Finding> &findings() const;
    [[nodiscard]] const Findings &allFindings() const;

    /// Starts a query on a worker; queryDone brings its order, and before it, of a slow one, orders that are not
    /// complete. A newer query makes an older one's answer void. The last query stands: it runs again by itself as
    /// rows arrive or go, at a pace that leaves the workers time to load.
    void query(const Query &query);

    /// Puts a hive beside the logs. Errors as SystemHive::open.
    [[nodiscard]] Result<OpenHive> addHive(const QString &path);
    [[nodiscard]] const std::vector<OpenHive> &hives() const;
    /// Asks the hive at @p hivePath, or the one that fits the finding's computer when empty, and the open logs what they
    /// can answer, on a worker; checkDone tells when the answers are kept with the finding. With no hive that fits, the
    /// answer is NotPossible with what to do next.
    void check(const FindingKey &finding, const QString &hivePath = {});
    /// Asks the open logs alone what they can answer about the finding, as check() does.
    void lookInLogs(const FindingKey &finding);
    /// Where running computers are asked; what they answer is kept with keepAnswer.
    [[nodiscard]] ComputerQuestions &questions();
    /// Keeps answers that came another way (a running computer, the person) with the finding, as check() does.
    void keepAnswers(const FindingKey &finding, const std::vector<CheckResult> &answers);

    /// Explains everything by these articles from now on: rows are matched anew on a worker, once nothing is being
    /// loaded; knowledgeChanged tells when that is done.
    void useShelf(const Shelf &shelf);
    /// Puts the articles of these folders on top of the shelf the session was made with, if anything in them changed
    /// since the last look; articlesRead tells what was found. Earlier folders stand above later ones.
    void readArticles(const QStringList &folders);
    /// Looks for the events that this article, were it on the shelf alone, would speak of; articleTried brings the
    /// answer. A newer question makes an older one's answer void.
    void tryArticle(std::shared_ptr<const Article> article);
    /// Saves events on a worker; eventsSaved or savingFailed brings the answer, neither when it was cancelled, and
    /// savingEnded follows. @p order needs no store. Does nothing while another saving runs.
    void saveEvents(SavingOrder order);
    void cancelSaving();
    [[nodiscard]] bool isSaving() const;

    /// All that a report holds, as it stands.
    [[nodiscard]] Report report() const;

Q_SIGNALS:
    void logAdded(std::uint32_t number);
    void logChanged(std::uint32_t number); ///< state, progress or info
    void logRemoved(std::uint32_t number);
    void rowsAppended(std::uint32_t first, std::uint32_t count);
    void rowsReset(); ///< a log was closed: row numbers changed
    void loadingFinished();
    /// Rows that loadNews() brought; rowsAppended told of them already.
    void newsAppended(quint32 first, quint32 count);
    /// @p trouble: the first that was met.
    void newsLoaded(quint64 events, const std::optional<evident::Error> &trouble);
    void passwordWanted(const QString &archive);
    void findingsChanged();
    void queryDone(std::shared_ptr<const evident::EventOrder> order);
    void hivesChanged();
    void knowledgeChanged(); ///< the matcher and what rows are marked with; whoever holds the old matcher drops it now
    /// @p places: the folders that are there, and the articles in them. @p faults: what was left out, when anything
    /// changed.
    void articlesRead(const QStringList &places, const std::optional<std::vector<evident::ArticleFault>> &faults);
    void articleTried(const evident::ArticleTrial &trial);
    void checkDone(const evident::FindingKey &finding);
    void savingMoved(int permille);
    void eventsSaved(const evident::SavedEvents &saved);
    void savingFailed(const evident::Error &error);
    void savingEnded();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace evident
