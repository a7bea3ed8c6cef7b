// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/detailspane.h"

#include "details/checkcard.h"
#include "details/eventpage.h"
#include "details/explanationpage.h"
#include "details/xmlpage.h"

#include <QTabBar>

namespace evident {

DetailsPane::DetailsPane(Session &session, QWidget *parent)
    : QTabWidget(parent)
    , m_session(session)
    , m_explanation(new ExplanationPage(session, this))
    , m_event(new EventPage(this))
    , m_xml(new XmlPage(this))
{
    setDocumentMode(true);
    setAccessibleName(tr("Details of the chosen event"));
    tabBar()->setAccessibleName(tr("Details"));
    addTab(m_explanation, tr("E&xplanation"));
    addTab(m_event, tr("E&vent"));
    addTab(m_xml, tr("X&ML"));
    connect(&m_explanation->card(), &CheckCard::trouble, this, &DetailsPane::trouble);
    connect(&session, &Session::rowsReset, this, &DetailsPane::showNothing);
    connect(&session, &Session::knowledgeChanged, this, [this] {
        if (m_subject)
            showRow(m_subject->row);
    });
}

void DetailsPane::showRow(RowId row)
{
    auto subject = subjectOf(m_session, row);
    if (!subject) {
        showNothing();
        emit trouble(subject.error());
        return;
    }
    m_subject = std::move(*subject);
    m_explanation->showSubject(*m_subject, m_zone);
    m_event->showSubject(*m_subject, m_zone);
    m_xml->showXml(m_subject->xml);
}

void DetailsPane::showNothing()
{
    m_subject.reset();
    m_explanation->showNothing();
    m_event->showNothing();
    m_xml->showXml({});
}

void DetailsPane::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    if (!m_subject)
        return;
    m_explanation->showSubject(*m_subject, m_zone);
    m_event->showSubject(*m_subject, m_zone);
}

} // namespace evident
