// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/eventspane.h"

#include "looks/icons.h"
#include "reports/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QVBoxLayout>

#include <utility>

namespace evident {

EventsPane::EventsPane(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_table(session.matcher(), session.names())
    , m_verdicts(session)
    , m_filter(new FilterBar(session.names(), this))
    , m_view(new EventsView(m_table, m_verdicts, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filter);
    column->addWidget(m_view);
    setFocusProxy(m_view);
    connect(m_filter, &FilterBar::queryChanged, this, &EventsPane::ask);
    connect(m_view, &EventsView::sortRequested, m_filter, &FilterBar::setSort);
    connect(m_view, &EventsView::rowChosen, this, &EventsPane::rowChosen);
    connect(m_view, &EventsView::menuRequested, this, &EventsPane::showRowMenu);
    connect(m_view, &EventsView::selectionCountChanged, this, [this](int rows) {
        m_selected = rows;
        emit countsChanged();
    });
    connectSession();
    ask();
}

void EventsPane::connectSession()
{
    connect(&m_session, &Session::rowsReset, this, [this] {
        // Row numbers mean other events now: nothing may be shown by the old ones.
        m_wanted.reset();
        m_table.clear();
    });
    connect(&m_session, &Session::knowledgeChanged, this, [this] { m_table.useMatcher(m_session.matcher()); });
    connect(&m_session, &Session::queryDone, this, &EventsPane::takeOrder);
    const auto refreshVerdicts = [this] {
        m_verdicts.refresh();
        m_view->viewport()->update();
    };
    connect(&m_session, &Session::findingsChanged, this, refreshVerdicts);
    connect(&m_session, &Session::checkDone, this, refreshVerdicts);
}

void EventsPane::ask()
{
    m_refiltered = true;
    m_isSearching = !m_filter->query().text.isEmpty();
    m_session.query(m_filter->query());
    emit countsChanged();
}

void EventsPane::takeOrder(std::shared_ptr<const EventOrder> order)
{
    m_isSearching = !order->isComplete && !m_filter->query().text.isEmpty();
    if (std::exchange(m_givenUp, order->givenUp) != order->givenUp)
        emit givenUpChanged(m_givenUp);
    m_view->applyOrder(m_session.store(), std::move(order));
    if (m_wanted && m_view->chooseRow(*m_wanted))
        m_wanted.reset();
    if (std::exchange(m_wantFirst, false) && m_table.rowCount() > 0) {
        m_view->chooseRow(m_table.rowAt(0));
        emit rowChosen(m_table.rowAt(0));
    }
    if (std::exchange(m_refiltered, false))
        m_view->showChosen();
    emit countsChanged();
}

void EventsPane::chooseRow(RowId row)
{
    m_wanted.reset();
    if (!m_view->chooseRow(row))
        m_wanted = row;
}

void EventsPane::copyRows() const
{
    QGuiApplication::clipboard()->setText(m_view->selectionAsText());
}

RowIds EventsPane::allRows() const
{
    RowIds rows(static_cast<std::size_t>(m_table.rowCount()));
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = m_table.rowAt(static_cast<int>(i));
    return rows;
}

void EventsPane::copyXml() const
{
    QByteArray text;
    for (const RowId row : m_view->selectedRows()) {
        const auto [batch, index] = m_session.store().at(row);
        if (const auto xml = batch->reader->eventAs(batch->place[index], DumpForm::Xml))
            text += *xml + '\n';
    }
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
}

void EventsPane::showRowMenu(const QPoint &globalPosition)
{
    const auto row = m_view->currentRow();
    if (!row)
        return;
    QMenu menu;
    connect(menu.addAction(icon(IconName::Copy), tr("&Copy")), &QAction::triggered, this, &EventsPane::copyRows);
    connect(menu.addAction(tr("Copy as &XML")), &QAction::triggered, this, &EventsPane::copyXml);
    menu.addAction(tr("&Explain This Event…"), this, &EventsPane::explainWanted);
    connect(menu.addAction(tr("&Save Selected Events As…")), &QAction::triggered, this, &EventsPane::saveWanted);
    menu.addSeparator();
    addNarrowing(menu, *row);
    menu.exec(globalPosition);
}

void EventsPane::addNarrowing(QMenu &menu, RowId row)
{
    const auto [batch, index] = m_session.store().at(row);
    const Names &names = m_session.names();
    const auto plain = [](QString text) { return text.replace(u'&', QStringLiteral("&&")); };
    const RowKind &kind = batch->kind[index];
    const NameId provider = kind.provider();
    const NameId computer = kind.computer();
    const std::uint16_t id = kind.id();
    const Level level = kind.level();
    menu.addAction(tr("Only Source “%1”").arg(plain(names.text(provider))), m_filter,
        [this, provider] { m_filter->narrowToSource(provider); });
    menu.addAction(tr("Only Event ID %1").arg(id), m_filter, [this, id] { m_filter->narrowToId(id); });
    menu.addAction(
        tr("Only Level “%1”").arg(levelText(level)), m_filter, [this, level] { m_filter->narrowToLevel(level); });
    menu.addAction(tr("Only Computer “%1”").arg(plain(names.text(computer))), m_filter,
        [this, computer] { m_filter->narrowToComputer(computer); });
    if (m_filter->isNarrowed())
        menu.addAction(tr("Show All Events"), m_filter, &FilterBar::clear);
}

} // namespace evident
