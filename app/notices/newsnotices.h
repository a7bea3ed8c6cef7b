// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tells on the desktop what following brought, for the verdicts that the person chose, while the window is not in front.
// Owned by the main window.

#include "knowledge/verdict.h"
#include "notices/desktopnotices.h"
#include "store/eventstore.h"

#include <map>

class QMenu;
class QWidget;

namespace evident {

class Session;
struct WindowSettings;

class NewsNotices final : public QObject {
    Q_OBJECT
public:
    /// All must outlive it. @p settings holds the choice.
    NewsNotices(Session &session, WindowSettings &settings, QWidget &window, const QDBusConnection &bus);
    /// Adds the choice of verdicts to a menu.
    void fillMenu(QMenu &menu);
    void setFollowing(bool following) { m_isFollowing = following; }

private:
    void look(std::uint32_t first, std::uint32_t count);
    void tell();
    [[nodiscard]] QString sentenceFor(RowId row) const;

    struct Weighty {
        std::uint64_t count = 0;
        RowId newest{};
    };
    Session &m_session;
    WindowSettings &m_settings;
    QWidget &m_window;
    DesktopNotices m_desktop;
    std::map<Verdict, Weighty> m_new; ///< since the last time something was told
    bool m_isFollowing = false;
};

} // namespace evident
