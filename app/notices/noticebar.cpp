// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/noticebar.h"

#include "looks/badge.h"
#include "looks/icons.h"
#include "looks/spacing.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPixmap>
#include <QToolButton>

#include <algorithm>

namespace evident {

namespace {

/// The shape that stands before a line; never colour alone.
class NoticeShape final : public QWidget {
public:
    NoticeShape(Notice::Weight weight, QWidget *parent)
        : QWidget(parent)
        , m_weight(weight)
    {
        const int side = fontMetrics().ascent() + 3;
        setFixedSize(side, side);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (m_weight == Notice::Weight::Trouble)
            paintVerdictShape(painter, rect(), Verdict::Watch, VerdictColors(palette()));
        else
            icon(IconName::Information).paint(&painter, rect());
    }

private:
    Notice::Weight m_weight;
};

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Messages"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(1);
    hide();
}

void NoticeBar::add(Notice notice)
{
    if (!notice.topic.isEmpty())
        std::erase_if(m_notices, [&notice](const Notice &old) { return old.topic == notice.topic; });
    m_notices.insert(m_notices.begin(), std::move(notice));
    std::ranges::stable_sort(m_notices, std::ranges::greater(), &Notice::weight);
    rebuild();
}

void NoticeBar::drop(const QString &topic)
{
    if (std::erase_if(m_notices, [&topic](const Notice &old) { return old.topic == topic; }) > 0)
        rebuild();
}

void NoticeBar::clear()
{
    m_notices.clear();
    rebuild();
}

void NoticeBar::dismiss(std::size_t at)
{
    if (at < m_notices.size())
        m_notices.erase(m_notices.begin() + static_cast<std::ptrdiff_t>(at));
    rebuild();
}

void NoticeBar::rebuild()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const std::size_t shown = std::min(m_notices.size(), MostShown);
    for (std::size_t at = 0; at < shown; ++at)
        m_column->addWidget(lineFor(at));
    if (shown < m_notices.size()) {
        auto *rest = new QLabel(
            tr("%n more message(s); close one to see the next.", nullptr, static_cast<int>(m_notices.size() - shown)),
            this);
        rest->setContentsMargins(spacing::Wide, spacing::Tight, spacing::Wide, spacing::Tight);
        m_column->addWidget(rest);
    }
    setVisible(!m_notices.empty());
}

QWidget *NoticeBar::lineFor(std::size_t at)
{
    const Notice &notice = m_notices[at];
    auto *line = new QWidget(this);
    const VerdictColors colors(palette());
    QPalette ground = palette();
    const bool trouble = notice.weight == Notice::Weight::Trouble;
    ground.setColor(
        QPalette::Window, colors.rowTint(trouble ? Verdict::Watch : Verdict::Depends, palette().color(QPalette::Base)));
    ground.setColor(QPalette::WindowText, palette().color(QPalette::Text));
    line->setPalette(ground);
    line->setAutoFillBackground(true);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(spacing::Wide, spacing::Tight / 2, spacing::Normal, spacing::Tight / 2);
    row->setSpacing(spacing::Normal);
    auto *text = new QLabel(notice.text, line);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(new NoticeShape(notice.weight, line));
    row->addWidget(text, 1);
    if (notice.action) {
        auto *act = new QToolButton(line);
        act->setText(notice.actionText);
        act->setFocusPolicy(Qt::StrongFocus);
        connect(act, &QToolButton::clicked, this, [action = notice.action] { action(); });
        row->addWidget(act);
    }
    auto *close = new QToolButton(line);
    close->setIcon(icon(IconName::Close));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::StrongFocus);
    close->setAccessibleName(tr("Close this message"));
    close->setToolTip(tr("Close this message"));
    connect(close, &QToolButton::clicked, this, [this, at] { dismiss(at); });
    row->addWidget(close);
    return line;
}

} // namespace evident
