// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statusline.h"

#include "looks/fonts.h"
#include "looks/icons.h"
#include "looks/shrinkinglabel.h"
#include "looks/spacing.h"
#include "reports/words.h"

#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace evident {

namespace {

constexpr int Whole = 1000; // permille

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_counts(new ShrinkingLabel(this))
    , m_progress(new QProgressBar(this))
    , m_asked(new QLabel(this))
    , m_rate(new ShrinkingLabel(this))
    , m_away(new ShrinkingLabel(this))
    , m_stop(new QToolButton(this))
    , m_zone(new QPushButton(this))
    , m_damage(new QToolButton(this))
{
    setAccessibleName(tr("Status"));
    setSizeGripEnabled(false);
    m_counts->setFont(tabularFont(font()));
    m_counts->setContentsMargins(spacing::Normal, 0, spacing::Normal, 0);
    m_asked->setFont(tabularFont(font()));
    m_rate->setFont(tabularFont(font()));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(160, spacing::Normal);
    m_progress->setAccessibleName(tr("Progress"));
    m_stop->setIcon(icon(IconName::Stop));
    m_stop->setText(tr("Cancel"));
    m_stop->setShortcut(Qt::Key_Escape);
    m_damage->setIcon(icon(IconName::Damage));
    for (QToolButton *button : {m_stop, m_damage}) {
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
    }
    addWidget(m_counts);
    addWidget(m_progress);
    addWidget(m_asked);
    addWidget(m_rate);
    addWidget(m_stop);
    addWidget(m_away);
    addPermanentWidget(m_zone);
    addPermanentWidget(m_damage);
    connect(m_stop, &QToolButton::clicked, this, &StatusLine::stopWanted);
    connect(m_damage, &QToolButton::clicked, this, &StatusLine::damageWanted);
    setUpZone();
    setCounts({});
    setIdle();
    setAway({});
    setDamages(0);
}

void StatusLine::setUpZone()
{
    auto *menu = new QMenu(m_zone);
    const auto add = [this, menu](TimeDisplay times, const QString &text) {
        menu->addAction(text, this, [this, times] { emit timesWanted(times); });
    };
    add(TimeDisplay::Local, tr("Times in this computer's zone"));
    add(TimeDisplay::Utc, tr("Times in UTC"));
    m_zone->setMenu(menu);
    m_zone->setFlat(true);
    setTimes(TimeDisplay::Local);
}

void StatusLine::setTimes(TimeDisplay times)
{
    const QTimeZone zone = times == TimeDisplay::Utc ? QTimeZone::utc() : QTimeZone::systemTimeZone();
    const QString offset = offsetText(Timestamp::now(), zone);
    m_zone->setText(times == TimeDisplay::Utc ? offset : tr("Local time, now %1").arg(offset));
    m_zone->setAccessibleName(tr("Time zone: %1").arg(m_zone->text()));
}

void StatusLine::setCounts(const Counts &counts)
{
    QStringList parts{tr("%Ln event(s)", nullptr, static_cast<int>(counts.events))};
    if (counts.events > 0) {
        const QString shown = countText(static_cast<std::uint64_t>(counts.shown));
        parts.append((counts.isSearching ? tr("%1 shown so far, searching …") : tr("%1 shown")).arg(shown));
        parts.append(tr("%1 selected").arg(countText(static_cast<std::uint64_t>(counts.selected))));
    }
    if (counts.passedOver > 0)
        parts.append(tr("%Ln file(s) passed over: no event logs", nullptr, static_cast<int>(counts.passedOver)));
    m_counts->setText(parts.join(QStringLiteral(" · ")));
}

QString StatusLine::countsText() const
{
    return m_counts->text();
}

void StatusLine::setProgress(int permille)
{
    m_progress->setRange(0, Whole);
    m_progress->setValue(permille);
    m_asked->hide();
    m_counts->show();
    m_progress->show();
    m_stop->show();
}

void StatusLine::setAsked(int answered, int asked)
{
    m_progress->setRange(0, asked);
    m_progress->setValue(answered);
    m_progress->show();
    m_asked->setText(tr("%1 of %2 asked").arg(answered).arg(asked));
    m_asked->show();
    m_counts->hide(); // both are more than a small window has room for
    m_stop->show();
}

QString StatusLine::rateText() const
{
    return m_rate->isHidden() ? QString() : m_rate->text();
}

QString StatusLine::askedText() const
{
    return m_asked->isHidden() ? QString() : m_asked->text();
}

void StatusLine::setRate(const QString &text)
{
    m_rate->setText(text);
    m_rate->setVisible(!text.isEmpty());
}

void StatusLine::setIdle()
{
    m_progress->hide();
    m_asked->hide();
    m_rate->hide();
    m_counts->show();
    m_stop->hide();
}

void StatusLine::setAway(const QString &text)
{
    m_away->setText(text);
    m_away->setVisible(!text.isEmpty());
}

QString StatusLine::awayText() const
{
    return m_away->isHidden() ? QString() : m_away->text();
}

void StatusLine::setDamages(std::uint64_t places)
{
    m_damage->setVisible(places > 0);
    m_damage->setText(tr("%Ln place(s) could not be read", nullptr, static_cast<int>(places)));
}

void StatusLine::tell(const QString &sentence)
{
    constexpr int AWhile = 8'000; // ms
    showMessage(sentence, AWhile);
}

} // namespace evident
