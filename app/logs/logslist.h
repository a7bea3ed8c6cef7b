// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The open logs below their computers. Follows the session; says which logs the user wants to see alone and which one
// to close. Owned by the main window.

#include "session/session.h"
#include "tables/logtree.h"

#include <QTreeView>

#include <set>

namespace evident {

/// How the list shows a log of the session.
[[nodiscard]] LogEntry logEntryOf(const OpenLog &log);

class LogsList final : public QTreeView {
    Q_OBJECT
public:
    /// @p session must outlive the list.
    explicit LogsList(Session &session, QWidget *parent = nullptr);
    [[nodiscard]] const LogTree &tree() const { return m_tree; }

signals:
    /// The logs of the chosen line and what to call them.
    void logsChosen(const std::set<std::uint32_t> &logs, const QString &label);
    void damageWanted();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void update(std::uint32_t number);
    void choose(const QModelIndex &index);
    void closeCurrent();
    [[nodiscard]] std::set<std::uint32_t> logsAt(const QModelIndex &index) const;
    Session &m_session;
    LogTree m_tree;
};

} // namespace evident
