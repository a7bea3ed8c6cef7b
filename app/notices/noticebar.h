// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The message bar above the table: one line and one action each, at most three at once, the rest counted. Never asks,
// never covers anything. Owned by the main window.

#include "notices/notice.h"

#include <QFrame>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace evident {

class NoticeBar final : public QFrame {
    Q_OBJECT
public:
    static constexpr std::size_t MostShown = 3;

    explicit NoticeBar(QWidget *parent = nullptr);
    void add(Notice notice);
    /// Takes away what is said about @p topic.
    void drop(const QString &topic);
    void clear();
    [[nodiscard]] const std::vector<Notice> &notices() const { return m_notices; }

private:
    void rebuild();
    [[nodiscard]] QWidget *lineFor(std::size_t at);
    void dismiss(std::size_t at);

    std::vector<Notice> m_notices; ///< trouble first, then the newest
    QVBoxLayout *m_column;
};

} // namespace evident
