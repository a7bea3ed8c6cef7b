// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/searchfield.h"

#include "looks/icons.h"
#include "looks/spacing.h"
#include "store/expression.h"

#include <QAccessible>
#include <QAction>
#include <QEvent>
#include <QLabel>

#include <chrono>
#include <utility>

namespace evident {

namespace {

constexpr std::chrono::milliseconds TypingPause{250};
constexpr int Width = 300;

} // namespace

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
    , m_byExpression(new QAction(tr("Search by &Regular Expression"), this))
    , m_shape(addAction(icon(IconName::Search), LeadingPosition))
    , m_fault(new QLabel(this))
{
    setAccessibleName(tr("Search events"));
    setClearButtonEnabled(true);
    setFixedWidth(Width);
    setUpToggle();
    setUpFault();
    m_soon.setSingleShot(true);
    m_soon.setInterval(TypingPause);
    connect(&m_soon, &QTimer::timeout, this, &SearchField::search);
    connect(this, &QLineEdit::textChanged, this, &SearchField::changed);
    connect(this, &QLineEdit::returnPressed, this, [this] {
        search();
        if (m_faultText.isEmpty())
            emit entered();
    });
    showKind();
}

void SearchField::setUpToggle()
{
    m_byExpression->setCheckable(true);
    m_byExpression->setShortcut(Qt::ALT | Qt::Key_R);
    m_byExpression->setIconVisibleInMenu(false);
    addAction(m_byExpression, TrailingPosition);
    connect(m_byExpression, &QAction::toggled, this, [this] {
        showKind();
        changed();
        search();
        emit kindChanged(kind());
    });
}

void SearchField::setUpFault()
{
    m_fault->setFrameStyle(QFrame::Box | QFrame::Plain);
    m_fault->setAutoFillBackground(true);
    m_fault->setForegroundRole(QPalette::Text);
    m_fault->setBackgroundRole(QPalette::Base);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    m_fault->setMargin(spacing::Tight);
    m_fault->hide();
}

TextKind SearchField::kind() const
{
    return m_byExpression->isChecked() ? TextKind::Expression : TextKind::Plain;
}

void SearchField::setKind(TextKind kind)
{
    m_byExpression->setChecked(kind == TextKind::Expression);
}

/// Blanks at the ends of a text are seldom meant; those of an expression are.
QString SearchField::sought() const
{
    return kind() == TextKind::Plain ? text().trimmed() : text();
}

void SearchField::showKind()
{
    const bool isOn = kind() == TextKind::Expression;
    m_byExpression->setIcon(icon(isOn ? IconName::ExpressionOn : IconName::Expression));
    m_byExpression->setToolTip(
        tr("Search by regular expression (%1)").arg(m_byExpression->shortcut().toString(QKeySequence::NativeText)));
    setPlaceholderText(isOn ? tr("Search by expression") : tr("Search events"));
}

void SearchField::changed()
{
    const auto fault = kind() == TextKind::Expression ? Expression(text()).fault() : std::nullopt;
    QString told;
    if (fault && fault->at > 0)
        told = tr("Not a regular expression yet: %1, after character %2. The table stays as it was.")
                   .arg(fault->what)
                   .arg(fault->at);
    else if (fault)
        told = tr("Not a regular expression yet: %1, at its beginning. The table stays as it was.").arg(fault->what);
    if (std::exchange(m_faultText, told) != told)
        showFault();
    m_soon.start();
}

void SearchField::search()
{
    m_soon.stop();
    if (m_faultText.isEmpty())
        emit searchWanted(sought(), kind());
}

void SearchField::showFault()
{
    m_shape->setIcon(m_faultText.isEmpty() ? icon(IconName::Search) : levelIcon(Level::Warning, palette()));
    m_shape->setToolTip(m_faultText);
    setAccessibleDescription(m_faultText);
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
    const bool isWanted = !m_faultText.isEmpty() && hasFocus();
    if (isWanted) {
        if (m_fault->parentWidget() != window()) {
            m_fault->setParent(window());
            window()->installEventFilter(this);
        }
        m_fault->setText(m_faultText);
        m_fault->setFixedSize(width(), m_fault->heightForWidth(width()));
        m_fault->move(mapTo(window(), QPoint(0, height() + 1)));
        m_fault->raise();
    }
    m_fault->setVisible(isWanted);
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::EnabledChange)
        showKind();
}

void SearchField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    showFault();
}

void SearchField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    m_fault->hide();
}

/// Of the window: the field moves with its width.
bool SearchField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &SearchField::showFault, Qt::QueuedConnection);
    return QLineEdit::eventFilter(watched, event);
}

} // namespace evident
