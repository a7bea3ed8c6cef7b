// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The articles people write themselves: one folder of their own and those of their teams, which may lie on the
// network. Watches the folders and has the session read them when something in them changed; a broken article is left
// out and told, the others go on. Owned by ArticleCommands.

#include "session/session.h"

#include <QFileSystemWatcher>
#include <QTimer>

#include <chrono>

namespace evident {

struct ArticleDraft;

class OwnArticles final : public QObject {
    Q_OBJECT
public:
    /// @p session must outlive it.
    OwnArticles(Session &session, const QStringList &teamFolders, QObject *parent = nullptr);

    /// The folder of the person alone, in their data folder; made when something is saved.
    [[nodiscard]] static QString ownFolder();
    /// The person's own folder first.
    [[nodiscard]] QStringList folders() const;
    void setTeamFolders(const QStringList &folders);
    [[nodiscard]] const QStringList &teamFolders() const { return m_teamFolders; }

    /// Where a draft would be saved in this folder.
    [[nodiscard]] static QString fileFor(const ArticleDraft &draft, const QString &folder);
    /// Writes the draft, whole or not at all, and looks at the folders again. Errors: WriteFailed, NoPermission.
    [[nodiscard]] Result<QString> save(const ArticleDraft &draft, const QString &folder);
    [[nodiscard]] const std::vector<ArticleFault> &faults() const { return m_faults; }
    /// The team's folders that were not there at the last look.
    [[nodiscard]] const QStringList &missing() const { return m_missing; }
    /// How often it looks into folders that tell nothing, as those on the network.
    void lookEvery(std::chrono::milliseconds interval) { m_again.start(interval); }

signals:
    void faultsChanged(); ///< or missing

private:
    void lookSoon() { m_soon.start(); }
    void read(const QStringList &places, const std::optional<std::vector<ArticleFault>> &faults);

    Session &m_session;
    QStringList m_teamFolders;
    QFileSystemWatcher m_watcher;
    QTimer m_soon; ///< files come in heaps
    QTimer m_again; ///< networks tell nothing
    std::vector<ArticleFault> m_faults;
    QStringList m_missing;
};

} // namespace evident
