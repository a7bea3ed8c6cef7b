// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the window does with articles of one's own: writes one about an event, keeps the folders, and tells which of
// them are broken. Owned by the main window.

#include "articles/ownarticles.h"
#include "settings/windowsettings.h"

class QWidget;

namespace evident {

class ArticleEditor;
class NoticeBar;

class ArticleCommands final : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    ArticleCommands(Session &session, WindowSettings &settings, NoticeBar &notices, QWidget &window);

    /// Opens the editor on an event.
    void explain(const Event &event);
    [[nodiscard]] OwnArticles &own() { return m_own; }

signals:
    void trouble(const evident::Error &error);

private:
    void tellFaults();
    void addTeamFolder(const QString &folder);
    Session &m_session;
    WindowSettings &m_settings;
    NoticeBar &m_notices;
    QWidget &m_window;
    OwnArticles m_own;
};

} // namespace evident
