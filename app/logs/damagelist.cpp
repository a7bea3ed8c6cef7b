// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/damagelist.h"

#include "details/readingtext.h"
#include "looks/spacing.h"
#include "reports/words.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace evident {

namespace {

constexpr std::size_t MostListed = 200; ///< of one log; the rest is counted

} // namespace

DamageList::DamageList(const Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_text(new ReadingText)
{
    setWindowTitle(tr("What Could Not Be Read"));
    m_text->setAccessibleName(windowTitle());
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(spacing::Wide, spacing::Wide, spacing::Wide, spacing::Wide);
    column->addWidget(m_text);
    column->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, spacing::Normal);
    outer->addWidget(scroll);
    outer->addWidget(buttons);
    resize(m_text->readingWidth() + 4 * spacing::Wide, 420);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&session, &Session::logChanged, this, &DamageList::fill);
    connect(&session, &Session::logRemoved, this, &DamageList::fill);
    fill();
}

std::uint64_t DamageList::countOf(const Session &session)
{
    std::uint64_t places = 0;
    for (const OpenLog &log : session.logs())
        places += log.info.damages.size();
    return places;
}

void DamageList::fill()
{
    QString page =
        tr("These places could not be read, or hold events that may be wrong. Everything else in the logs is shown.");
    for (const OpenLog &log : m_session.logs()) {
        if (log.info.damages.empty())
            continue;
        page += QStringLiteral("\n\n## %1\n\n").arg(escapedForMarkdown(QFileInfo(log.path).fileName()));
        std::size_t listed = 0;
        for (const Damage &damage : log.info.damages) {
            if (++listed > MostListed)
                break;
            page += QStringLiteral("- %1\n").arg(escapedForMarkdown(damageText(damage)));
        }
        if (log.info.damages.size() > MostListed)
            page += u'\n' + tr("… and %1 more places.").arg(countText(log.info.damages.size() - MostListed)) + u'\n';
    }
    m_text->showMarkdown(page);
}

} // namespace evident
