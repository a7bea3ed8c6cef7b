// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The event as Event Viewer's block shows it: description, head, named values, data as a hex dump. Every value is the
// event's own and shown as plain text. Owned by the details pane.

#include "details/subject.h"

#include <QTextBrowser>
#include <QTimeZone>

namespace evident {

class EventPage final : public QTextBrowser {
    Q_OBJECT
public:
    explicit EventPage(QWidget *parent = nullptr);
    void showSubject(const Subject &subject, const QTimeZone &zone);
    void showNothing();
    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void layDown();
    std::optional<Subject> m_subject;
    QTimeZone m_zone = QTimeZone::UTC;
};

/// 16 bytes a line: offset, hex, printable ASCII. At most @p limit bytes; what is left out is said in the last line.
[[nodiscard]] QString hexDump(const QByteArray &data, qsizetype limit = 4096);

} // namespace evident
