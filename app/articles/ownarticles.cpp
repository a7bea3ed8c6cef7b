// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articles/ownarticles.h"

#include "knowledge/articledraft.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>
#include <QStandardPaths>

#include <cerrno>
#include <chrono>

namespace evident {

namespace {

using namespace std::chrono_literals;

constexpr auto Heap = 200ms;
constexpr auto Again = 30s;

} // namespace

OwnArticles::OwnArticles(Session &session, const QStringList &teamFolders, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_teamFolders(teamFolders)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(Heap);
    connect(&m_soon, &QTimer::timeout, this, [this] { m_session.readArticles(folders()); });
    connect(&m_again, &QTimer::timeout, this, [this] { m_session.readArticles(folders()); });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &OwnArticles::lookSoon);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &OwnArticles::lookSoon);
    connect(&session, &Session::articlesRead, this, &OwnArticles::read);
    lookEvery(Again);
    lookSoon();
}

QString OwnArticles::ownFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/articles");
}

QStringList OwnArticles::folders() const
{
    return QStringList{ownFolder()} + m_teamFolders;
}

void OwnArticles::setTeamFolders(const QStringList &folders)
{
    m_teamFolders = folders;
    lookSoon();
}

QString OwnArticles::fileFor(const ArticleDraft &draft, const QString &folder)
{
    return QStringLiteral("%1/%2.md").arg(folder, draft.id);
}

Result<QString> OwnArticles::save(const ArticleDraft &draft, const QString &folder)
{
    QString path = fileFor(draft, folder);
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(writtenDraft(draft).file) < 0 || !file.commit()) {
        const int native = errno;
        return failure(native == EACCES || native == EROFS ? ErrorCode::NoPermission : ErrorCode::WriteFailed,
            "an article", {.source = path}, native);
    }
    lookSoon();
    return path;
}

void OwnArticles::read(const QStringList &places, const std::optional<std::vector<ArticleFault>> &faults)
{
    const QStringList known = m_watcher.directories() + m_watcher.files();
    const QSet<QString> watched(known.begin(), known.end());
    QStringList others = places;
    others.removeIf([&watched](const QString &place) { return watched.contains(place); });
    if (!others.isEmpty())
        m_watcher.addPaths(others);
    QStringList missing = m_teamFolders;
    missing.removeIf([&places](const QString &folder) { return places.contains(folder); });
    const bool isOther = missing != m_missing;
    m_missing = std::move(missing);
    if (faults)
        m_faults = *faults;
    if (faults || isOther)
        emit faultsChanged();
}

} // namespace evident
