// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/filterbar.h"

#include "looks/icons.h"
#include "looks/spacing.h"
#include "reports/words.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <array>
#include <utility>

namespace evident {

namespace {

constexpr int ChipTextWidth = 320;
constexpr std::array OfferedLevels{Level::Critical, Level::Error, Level::Warning, Level::Information, Level::Verbose,
    Level::AuditSuccess, Level::AuditFailure};

/// The levels that Event Viewer shows under one word.
std::set<Level> levelsShownAs(Level level)
{
    if (level == Level::Information || level == Level::LogAlways)
        return {Level::Information, Level::LogAlways};
    return {level};
}

} // namespace

FilterBar::FilterBar(const Names &names, QWidget *parent)
    : QWidget(parent)
    , m_names(names)
    , m_button(new QPushButton(this))
    , m_chips(new QWidget(this))
    , m_chipRow(new QHBoxLayout(m_chips))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::Normal, spacing::Tight, spacing::Normal, spacing::Tight);
    row->setSpacing(spacing::Normal);
    m_chipRow->setContentsMargins(0, 0, 0, 0);
    m_chipRow->setSpacing(spacing::Tight);
    m_button->setIcon(icon(IconName::Filter));
    m_button->setText(tr("&Filter"));
    m_button->setFlat(true);
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->setAccessibleName(tr("Filter events"));
    row->addWidget(m_button);
    row->addWidget(m_chips);
    row->addStretch();
    setUpMenu();
    showChips();
}

void FilterBar::setUpMenu()
{
    auto *menu = new QMenu(m_button);
    for (const Level level : OfferedLevels)
        addLevelAction(menu, level);
    menu->addSeparator();
    const auto addExplained = [this, menu](const QString &text, bool value) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        connect(menu, &QMenu::aboutToShow, action,
            [this, action, value] { action->setChecked(m_query.explained == value); });
        connect(action, &QAction::triggered, this, [this, value](bool on) {
            takeApart();
            m_query.explained = on ? std::optional(value) : std::nullopt;
            changed();
        });
    };
    addExplained(tr("Only Events an Article Knows"), true);
    addExplained(tr("Only Events No Article Knows"), false);
    QAction *recovered = menu->addAction(tr("Show Carved Events Too"));
    recovered->setCheckable(true);
    connect(menu, &QMenu::aboutToShow, recovered, [this, recovered] { recovered->setChecked(m_query.recovered); });
    connect(recovered, &QAction::triggered, this, [this](bool on) {
        m_query.recovered = on;
        changed();
    });
    menu->addSeparator();
    connect(menu->addAction(tr("Show All Events")), &QAction::triggered, this, &FilterBar::clear);
    m_button->setMenu(menu);
}

void FilterBar::addLevelAction(QMenu *menu, Level level)
{
    QAction *action = menu->addAction(levelIcon(level, palette()), levelText(level));
    action->setCheckable(true);
    connect(menu, &QMenu::aboutToShow, action,
        [this, action, level] { action->setChecked(m_query.levels.contains(level)); });
    connect(action, &QAction::triggered, this, [this, level](bool on) {
        takeApart();
        for (const Level each : levelsShownAs(level)) {
            if (on)
                m_query.levels.insert(each);
            else
                m_query.levels.erase(each);
        }
        changed();
    });
}

bool FilterBar::isNarrowed() const
{
    return !m_query.levels.empty() || !m_query.providers.empty() || !m_query.computers.empty() || !m_query.ids.empty()
        || !m_query.highlights.empty() || !m_query.logs.empty() || m_query.explained || !m_query.text.isEmpty();
}

void FilterBar::setSort(EventColumn column, Qt::SortOrder order)
{
    m_query.sortBy = column;
    m_query.descending = order == Qt::DescendingOrder;
    changed();
}

void FilterBar::setText(const QString &text, TextKind kind)
{
    const bool isSame = m_query.text == text && (m_query.textKind == kind || text.isEmpty());
    m_query.textKind = kind;
    if (isSame)
        return;
    m_query.text = text;
    changed();
}

void FilterBar::keepSortOnly()
{
    Query bare;
    bare.sortBy = m_query.sortBy;
    bare.descending = m_query.descending;
    bare.recovered = m_query.recovered;
    bare.text = m_query.text;
    bare.textKind = m_query.textKind;
    m_query = bare;
    m_logsLabel.clear();
    m_subject.clear();
}

void FilterBar::showOnly(const Finding &finding)
{
    keepSortOnly();
    m_query.highlights = {static_cast<Highlight>(std::to_underlying(finding.key.article) + 1)};
    m_query.computers = {finding.key.computer};
    m_query.providers = {finding.key.provider};
    m_query.ids = {finding.key.id};
    m_query.levels = {finding.key.level};
    m_articleTitle = finding.explanation.title;
    m_subject = m_articleTitle;
    changed();
}

void FilterBar::showOnly(const Unexplained &kind)
{
    keepSortOnly();
    m_query.providers = {m_names.find(kind.provider)};
    m_query.ids = {kind.id};
    m_query.levels = {kind.level};
    m_query.explained = false;
    m_subject = tr("%1 %2, no article").arg(kind.provider).arg(kind.id);
    changed();
}

void FilterBar::narrowToSource(NameId provider)
{
    takeApart();
    m_query.providers = {provider};
    changed();
}

void FilterBar::narrowToId(std::uint16_t id)
{
    takeApart();
    m_query.ids = {id};
    changed();
}

void FilterBar::narrowToComputer(NameId computer)
{
    takeApart();
    m_query.computers = {computer};
    changed();
}

void FilterBar::narrowToLevel(Level level)
{
    takeApart();
    m_query.levels = levelsShownAs(level);
    changed();
}

void FilterBar::narrowToLogs(std::set<std::uint32_t> logs, const QString &label)
{
    m_query.logs = std::move(logs);
    m_logsLabel = label;
    changed();
}

void FilterBar::clear()
{
    keepSortOnly();
    dropText();
    changed();
}

void FilterBar::dropText()
{
    m_query.text.clear();
    emit textDropped();
}

void FilterBar::changed()
{
    showChips();
    emit queryChanged();
}

void FilterBar::showChips()
{
    while (QLayoutItem *item = m_chipRow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    if (m_subject.isEmpty())
        addFieldChips();
    else
        addChip(tr("Finding: %1").arg(m_subject), &FilterBar::dropSubject);
    if (!m_query.logs.empty())
        addChip(tr("Log: %1").arg(m_logsLabel), &FilterBar::dropLogs);
    if (m_query.recovered)
        addChip(tr("With carved events"), &FilterBar::dropRecovered);
    if (!m_query.text.isEmpty() && m_query.textKind == TextKind::Plain)
        addChip(tr("Text: %1").arg(m_query.text), &FilterBar::dropText);
    else if (!m_query.text.isEmpty())
        addChip(tr("Expression: %1").arg(m_query.text), &FilterBar::dropText);
}

void FilterBar::addFieldChips()
{
    const auto joined = [](const auto &set, auto word) {
        QStringList words;
        for (const auto &value : set)
            words.append(word(value));
        words.removeDuplicates();
        return words.join(QStringLiteral(", "));
    };
    const auto nameOf = [this](NameId id) { return m_names.text(id); };
    if (!m_query.highlights.empty())
        addChip(tr("Article: %1").arg(m_articleTitle), &FilterBar::dropHighlights);
    if (!m_query.levels.empty())
        addChip(tr("Level: %1").arg(joined(m_query.levels, levelText)), &FilterBar::dropLevels);
    if (!m_query.providers.empty())
        addChip(tr("Source: %1").arg(joined(m_query.providers, nameOf)), &FilterBar::dropProviders);
    if (!m_query.ids.empty())
        addChip(tr("Event ID: %1").arg(joined(m_query.ids, [](int id) { return QString::number(id); })),
            &FilterBar::dropIds);
    if (!m_query.computers.empty())
        addChip(tr("Computer: %1").arg(joined(m_query.computers, nameOf)), &FilterBar::dropComputers);
    if (m_query.explained)
        addChip(*m_query.explained ? tr("Known to an article") : tr("Known to no article"), &FilterBar::dropExplained);
}

void FilterBar::addChip(const QString &text, void (FilterBar::*remove)())
{
    auto *chip = new QToolButton(m_chips);
    const QString shown = fontMetrics().elidedText(text, Qt::ElideMiddle, ChipTextWidth);
    chip->setText(QStringLiteral(" %1  × ").arg(shown).replace(u'&', QStringLiteral("&&")));
    chip->setToolButtonStyle(Qt::ToolButtonTextOnly);
    chip->setFocusPolicy(Qt::TabFocus);
    chip->setAccessibleName(tr("Remove filter %1").arg(text));
    chip->setToolTip(tr("Remove this filter: %1").arg(text));
    connect(chip, &QToolButton::clicked, this, [this, remove] {
        (this->*remove)();
        changed();
    });
    m_chipRow->addWidget(chip);
}

} // namespace evident
