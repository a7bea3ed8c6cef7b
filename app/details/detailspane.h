// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Explanation | Event | XML of the chosen event, as tabs of one pane. Owned by the main window.

#include "details/subject.h"

#include <QTabWidget>
#include <QTimeZone>

namespace evident {

class EventPage;
class ExplanationPage;
class XmlPage;

class DetailsPane final : public QTabWidget {
    Q_OBJECT
public:
    /// @p session must outlive the pane.
    explicit DetailsPane(Session &session, QWidget *parent = nullptr);

    void showRow(RowId row);
    void showNothing();
    void setTimeZone(const QTimeZone &zone);
    [[nodiscard]] const std::optional<Subject> &subject() const { return m_subject; }
    [[nodiscard]] ExplanationPage &explanation() { return *m_explanation; }
    [[nodiscard]] EventPage &event() { return *m_event; }
    [[nodiscard]] XmlPage &xml() { return *m_xml; }

signals:
    void trouble(const evident::Error &error);

private:
    Session &m_session;
    std::optional<Subject> m_subject;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    ExplanationPage *m_explanation;
    EventPage *m_event;
    XmlPage *m_xml;
};

} // namespace evident
