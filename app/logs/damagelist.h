// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which places of which open logs could not be read, in words: a window of its own that stands beside the main window
// and blocks nothing. Owned by the main window.

#include "session/session.h"

#include <QDialog>

namespace evident {

class ReadingText;

class DamageList final : public QDialog {
    Q_OBJECT
public:
    /// @p session must outlive it.
    explicit DamageList(const Session &session, QWidget *parent = nullptr);
    [[nodiscard]] static std::uint64_t countOf(const Session &session);

private:
    void fill();
    const Session &m_session;
    ReadingText *m_text;
};

} // namespace evident
