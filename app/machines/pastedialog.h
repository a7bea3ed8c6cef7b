// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Takes what a command said on a computer that cannot be reached, and keeps it as an answer that the person reports.
// Deletes itself.

#include "session/session.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;

namespace evident {

class PasteDialog final : public QDialog {
    Q_OBJECT
public:
    /// @p session must outlive it.
    PasteDialog(Session &session, const FindingKey &finding, QWidget *parent);

private:
    void read();
    [[nodiscard]] const Finding *finding() const;

    Session &m_session;
    FindingKey m_key;
    std::vector<CheckResult> m_answers;
    QPlainTextEdit *m_text;
    QLabel *m_read;
};

} // namespace evident
