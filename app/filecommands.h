// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the window's file commands do: choose logs, a folder or a hive, remember the recent ones, hand a report over.
// Owned by the main window.

#include "session/session.h"
#include "settings/windowsettings.h"

#include <QTimeZone>

class QMenu;
class QWidget;

namespace evident {

class ClassicArchive;

class FileCommands final : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    FileCommands(Session &session, WindowSettings &settings, QWidget &window);

    /// Reports name imported articles from now on; @p archive must outlive it.
    void setArchive(const ClassicArchive &archive) { m_archive = &archive; }
    /// Opens logs and folders; a registry hive among them is put beside the logs.
    void open(const QStringList &paths);
    /// Nothing when @p path is empty.
    void useHive(const QString &path);
    void chooseLogs();
    void chooseFolder();
    /// Asks for a path, smb://… or eventlog://… as text.
    void chooseLocation();
    /// Asks for a hive; empty when none was chosen.
    [[nodiscard]] QString chooseHive(const QString &computer);
    void openDemo();
    void fillRecent(QMenu &menu);

    void print(const QTimeZone &zone);
    void preview(const QTimeZone &zone);
    void save(const QTimeZone &zone);
    /// Which events are to be saved as a file.
    enum class Chosen : std::uint8_t { Selected, Shown };
    void saveEvents(RowIds rows, Chosen chosen, const QTimeZone &zone);

    /// The folder of the demo's log and hives: beside the program in a build, in the shared data when installed.
    [[nodiscard]] static QString demoFolder();

signals:
    void remoteWanted(const QString &location); ///< on another computer
    void trouble(const evident::Error &error);
    void saved(const QString &path);

private:
    [[nodiscard]] Report report(const QTimeZone &zone) const;
    [[nodiscard]] QString startFolder() const;
    Session &m_session;
    WindowSettings &m_settings;
    QWidget &m_window;
    const ClassicArchive *m_archive = nullptr;
};

} // namespace evident
