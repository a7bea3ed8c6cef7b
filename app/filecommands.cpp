// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filecommands.h"

#include "events/eventfile.h"
#include "printing/reportprinting.h"
#include "remote/smbpath.h"
#include "reports/citation.h"
#include "session/classicarchive.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMenu>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>
#include <array>

namespace evident {

FileCommands::FileCommands(Session &session, WindowSettings &settings, QWidget &window)
    : QObject(&window)
    , m_session(session)
    , m_settings(settings)
    , m_window(window)
{
}

void FileCommands::open(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (isRemoteLocation(path)) {
            const QString location = withoutAccount(path);
            m_settings.remember(location);
            emit remoteWanted(location);
            continue;
        }
        const QFileInfo file(path);
        if (file.isFile() && SystemHive::looksLikeHive(path)) {
            useHive(path);
            continue;
        }
        if (file.exists()) {
            m_settings.remember(file.absoluteFilePath());
            m_settings.lastFolder = file.isDir() ? file.absoluteFilePath() : file.absolutePath();
        }
        m_session.open(path);
    }
}

void FileCommands::useHive(const QString &path)
{
    if (path.isEmpty())
        return;
    if (const auto hive = m_session.addHive(path); !hive)
        emit trouble(hive.error());
}

QString FileCommands::startFolder() const
{
    return m_settings.lastFolder.isEmpty() ? QDir::homePath() : m_settings.lastFolder;
}

void FileCommands::chooseLogs()
{
    // A filter looks at names alone, and logs come under any: so everything is offered, too.
    const QStringList filters{
        tr("Event logs (%1)").arg(QStringLiteral("*.evtx *.evt *.EVTX *.EVT *.Evt")),
        tr("Exported events (%1)").arg(QStringLiteral("*.xml *.csv *.txt *.json *.jsonl")),
        tr("Archives (%1)").arg(QStringLiteral("*.zip *.7z *.cab *.tar *.tar.* *.tgz *.gz *.xz *.zst *.bz2")),
        tr("All files (*)"),
    };
    open(QFileDialog::getOpenFileNames(&m_window, tr("Open Logs"), startFolder(), filters.join(QStringLiteral(";;"))));
}

void FileCommands::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(&m_window, tr("Open Folder"), startFolder());
    if (!folder.isEmpty())
        open({folder});
}

void FileCommands::chooseLocation()
{
    auto *ask = new QInputDialog(&m_window);
    ask->setObjectName(QStringLiteral("location"));
    ask->setAttribute(Qt::WA_DeleteOnClose);
    ask->setWindowTitle(tr("Open Location"));
    ask->setLabelText(tr("A file or folder here, or a log of another computer:\n"
                         "smb://MAIL01/ADMIN$/System32/winevt/Logs/System.evtx\n"
                         "eventlog://MAIL01/Application?newest=5000"));
    ask->setOkButtonText(tr("&Open"));
    constexpr int Width = 520;
    ask->resize(Width, ask->sizeHint().height());
    connect(ask, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        const QString location = text.trimmed();
        const QUrl url(location);
        if (!location.isEmpty())
            open({url.isLocalFile() ? url.toLocalFile() : location});
    });
    ask->open();
}

QString FileCommands::chooseHive(const QString &computer)
{
    const QString title = computer.isEmpty() ? tr("Choose a SYSTEM Registry Hive")
                                             : tr("Choose the SYSTEM Registry Hive of %1").arg(computer);
    return QFileDialog::getOpenFileName(&m_window, title, startFolder(), tr("All files (*)"));
}

QString FileCommands::demoFolder()
{
    const QDir program(QCoreApplication::applicationDirPath());
    const std::array places{
        program.filePath(QStringLiteral("../demo")), program.filePath(QStringLiteral("../share/evident/demo"))};
    for (const QString &place : places) {
        if (QFileInfo(place).isDir())
            return QDir::cleanPath(place);
    }
    return QStandardPaths::locate(
        QStandardPaths::GenericDataLocation, QStringLiteral("evident/demo"), QStandardPaths::LocateDirectory);
}

void FileCommands::openDemo()
{
    const QString folder = demoFolder();
    if (folder.isEmpty())
        emit trouble(Error{.code = ErrorCode::NotFound,
            .what = "demo folder",
            .place = {.source = QStringLiteral("demo")},
            .native = 0,
            .detail = {}});
    else
        open({folder});
}

void FileCommands::fillRecent(QMenu &menu)
{
    menu.clear();
    for (const QString &path : std::as_const(m_settings.recent)) {
        const QFileInfo file(path);
        const QString text = isRemoteLocation(path)
            ? path
            : QStringLiteral("%1 — %2").arg(file.fileName(), QDir::toNativeSeparators(file.absolutePath()));
        menu.addAction(QString(text).replace(u'&', QStringLiteral("&&")), this, [this, path] { open({path}); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("Nothing was opened yet"))->setEnabled(false);
}

Report FileCommands::report(const QTimeZone &zone) const
{
    Report report = m_session.report();
    report.zone = zone;
    if (m_archive && m_archive->shelf())
        citeClassic(report.findings.findings, *m_archive->shelf());
    return report;
}

void FileCommands::print(const QTimeZone &zone)
{
    printReport(&m_window, report(zone));
}

void FileCommands::preview(const QTimeZone &zone)
{
    previewReport(&m_window, report(zone));
}

void FileCommands::save(const QTimeZone &zone)
{
    const auto path = saveReport(&m_window, report(zone));
    if (!path)
        emit trouble(path.error());
    else if (!path->isEmpty())
        emit saved(*path);
}

void FileCommands::saveEvents(RowIds rows, Chosen chosen, const QTimeZone &zone)
{
    if (rows.empty() || m_session.isSaving())
        return;
    const int count = static_cast<int>(rows.size());
    const QString title = chosen == Chosen::Selected ? tr("Save %Ln Selected Event(s)", nullptr, count)
                                                     : tr("Save All %Ln Event(s) Shown", nullptr, count);
    const auto file = chooseEventFile(&m_window, title, startFolder());
    if (!file)
        return;
    // What is read must not be replaced: the log is evidence, and its events are read again while they are shown.
    const QString target = QFileInfo(file->path).canonicalFilePath();
    const auto &logs = m_session.logs();
    const bool isOpen = !target.isEmpty() && std::ranges::any_of(logs, [&](const OpenLog &log) {
        return QFileInfo(log.file).canonicalFilePath() == target;
    });
    if (isOpen)
        emit trouble(Error{.code = ErrorCode::WriteFailed,
            .what = "saving over an open log",
            .place = {.source = file->path},
            .native = 0,
            .detail = tr("this log is open here")});
    else
        m_session.saveEvents(savingOrder(*file, std::move(rows), zone));
}

} // namespace evident
