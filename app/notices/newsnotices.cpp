// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/newsnotices.h"

#include "knowledge/explanation.h"
#include "reports/words.h"
#include "session/session.h"
#include "settings/windowsettings.h"

#include <QMenu>
#include <QWidget>

#include <array>
#include <set>
#include <utility>

namespace evident {

namespace {

constexpr std::array Verdicts{Verdict::Act, Verdict::Watch, Verdict::Depends, Verdict::Harmless};

} // namespace

NewsNotices::NewsNotices(Session &session, WindowSettings &settings, QWidget &window, const QDBusConnection &bus)
    : QObject(&window)
    , m_session(session)
    , m_settings(settings)
    , m_window(window)
    , m_desktop(bus)
{
    connect(&session, &Session::newsAppended, this, &NewsNotices::look);
    connect(&session, &Session::newsLoaded, this, &NewsNotices::tell);
    const auto forget = [this] { m_new.clear(); }; // its rows have other numbers now, or other articles
    connect(&session, &Session::rowsReset, this, forget);
    connect(&session, &Session::knowledgeChanged, this, forget);
    connect(&m_desktop, &DesktopNotices::clicked, &window, [&window] {
        window.showNormal();
        window.raise();
        window.activateWindow();
    });
}

void NewsNotices::fillMenu(QMenu &menu)
{
    for (const Verdict verdict : Verdicts) {
        QAction *action = menu.addAction(verdictText(verdict));
        const QString word = verdictWord(verdict);
        action->setCheckable(true);
        action->setChecked(m_settings.noticedVerdicts.contains(word));
        connect(action, &QAction::toggled, this, [this, word](bool isWanted) {
            m_settings.noticedVerdicts.removeAll(word);
            if (isWanted)
                m_settings.noticedVerdicts.append(word);
        });
    }
}

/// Remembers what of the new rows was asked for.
void NewsNotices::look(std::uint32_t first, std::uint32_t count)
{
    if (!m_isFollowing)
        return;
    const Shelf &shelf = m_session.matcher().shelf();
    std::set<Verdict> wanted;
    for (const Verdict verdict : Verdicts) {
        if (m_settings.noticedVerdicts.contains(verdictWord(verdict)))
            wanted.insert(verdict);
    }
    for (std::uint32_t row = first; row < first + count; ++row) {
        const auto spot = m_session.store().at(static_cast<RowId>(row));
        const Highlight highlight = spot.batch->highlight[spot.index];
        if (highlight == 0 || highlight > shelf.size())
            continue;
        const Verdict verdict = shelf.article(static_cast<ArticleNumber>(highlight - 1)).verdict;
        if (!wanted.contains(verdict))
            continue;
        Weighty &weighty = m_new[verdict];
        ++weighty.count;
        weighty.newest = static_cast<RowId>(row);
    }
}

void NewsNotices::tell()
{
    const auto found = std::exchange(m_new, {});
    if (!m_isFollowing || found.empty() || m_window.isActiveWindow())
        return;
    const auto &[verdict, weighty] = *found.begin(); // the weightiest
    std::uint64_t all = 0;
    for (const auto &[other, some] : found)
        all += some.count;
    QString text = sentenceFor(weighty.newest);
    if (all > 1)
        text += u'\n' + tr("And %Ln more.", nullptr, static_cast<int>(all - 1));
    const QString computer = m_session.store().event(weighty.newest).value_or(Event()).computer;
    m_desktop.show(computer.isEmpty() ? verdictText(verdict)
                                      : tr("%1 on %2", "Act on MAIL01").arg(verdictText(verdict), visible(computer)),
        text);
}

QString NewsNotices::sentenceFor(RowId row) const
{
    const auto spot = m_session.store().at(row);
    const auto number = static_cast<ArticleNumber>(spot.batch->highlight[spot.index] - 1);
    const auto event = m_session.store().event(row);
    const Article &article = m_session.matcher().shelf().article(number);
    return visible(event ? filledSummary(article, *event) : article.summary);
}

} // namespace evident
