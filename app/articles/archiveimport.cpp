// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articles/archiveimport.h"

#include "errortext.h"
#include "notices/noticebar.h"
#include "reports/words.h"

#include <QDir>
#include <QFileDialog>

namespace evident {

namespace {

/// Notices of one import take each other's place.
const QString Topic = QStringLiteral("classic archive");

} // namespace

ArchiveImport::ArchiveImport(ClassicArchive &archive, NoticeBar &bar, QWidget &window)
    : QObject(&window)
    , m_archive(archive)
    , m_bar(bar)
    , m_window(window)
{
    connect(&archive, &ClassicArchive::importProgressed, this, &ArchiveImport::tellProgress);
    connect(&archive, &ClassicArchive::imported, this, &ArchiveImport::tellDone);
    connect(&archive, &ClassicArchive::importFailed, this, &ArchiveImport::tellFailed);
}

void ArchiveImport::chooseArchive()
{
    const QString kinds = tr("Archives (%1)").arg(QStringLiteral("*.zip *.7z *.tar *.tar.* *.tgz *.ZIP"));
    const QString path = QFileDialog::getOpenFileName(&m_window, tr("Import Classic Microsoft Articles"),
        QDir::homePath(), kinds + QStringLiteral(";;") + tr("All files (*)"));
    if (!path.isEmpty())
        start(path);
}

void ArchiveImport::chooseFolder()
{
    const QString path =
        QFileDialog::getExistingDirectory(&m_window, tr("Folder of the Classic Microsoft Articles"), QDir::homePath());
    if (!path.isEmpty())
        start(path);
}

void ArchiveImport::start(const QString &path)
{
    m_percent = -1;
    m_archive.import({path});
    tellProgress(0);
}

void ArchiveImport::tellProgress(int permille)
{
    const int percent = permille / 10;
    if (!m_archive.isImporting() || percent == m_percent)
        return;
    m_percent = percent;
    m_bar.add({.weight = Notice::Weight::Information,
        .topic = Topic,
        .text = tr("Importing classic articles: %1 %").arg(percent),
        .actionText = tr("Cancel"),
        .action = [this] { m_archive.cancelImport(); }});
}

void ArchiveImport::tellDone(const ClassicImport &what)
{
    QString text = what.cancelled ? tr("The import was cancelled. What was imported before is unchanged.")
                                  : tr("%1 classic articles were imported; %2 event descriptions were found in them.")
                                        .arg(countText(what.articles), countText(what.signatures));
    if (!what.errors.empty())
        text += u' ' + tr("%n file(s) could not be read.", nullptr, static_cast<int>(what.errors.size()));
    m_bar.add({.weight = what.errors.empty() ? Notice::Weight::Information : Notice::Weight::Trouble,
        .topic = Topic,
        .text = text,
        .actionText = {},
        .action = {}});
}

void ArchiveImport::tellFailed(const Error &error)
{
    m_bar.add(
        {.weight = Notice::Weight::Trouble, .topic = Topic, .text = errorText(error), .actionText = {}, .action = {}});
}

} // namespace evident
