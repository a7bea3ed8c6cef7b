// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articles/articlefields.h"

#include "looks/spacing.h"
#include "looks/verdictcolors.h"
#include "reports/reportpage.h"
#include "reports/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace evident {

namespace {

constexpr int PageLines = 4;
constexpr qsizetype LongestShown = 60;

QLabel *faultLabel()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, VerdictColors(palette).paint(Verdict::Act).text);
    label->setPalette(palette);
    label->hide();
    return label;
}

bool isShort(DraftField field)
{
    return field == DraftField::Title || field == DraftField::Summary;
}

} // namespace

QString fieldText(DraftField field)
{
    switch (field) {
    case DraftField::Title: return ArticleFields::tr("Title");
    case DraftField::Summary: return ArticleFields::tr("In one line");
    default: break;
    }
    return sectionText(static_cast<SectionKind>(std::to_underlying(field) - std::to_underlying(DraftField::Meaning)));
}

ArticleFields::ArticleFields(const ArticleDraft &draft, QWidget *parent)
    : QScrollArea(parent)
    , m_fault(faultLabel())
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setSpacing(spacing::Tight);
    addVerdict(column, draft.verdict);
    addField(column, DraftField::Title, tr("What happened, in a few words"));
    addField(column, DraftField::Summary, tr("Shown in the table of events"));
    addField(column, DraftField::Meaning, tr("For somebody with a caller on the line: plain words, short sentences."));
    addField(column, DraftField::Cause, tr("The likeliest first."));
    addField(column, DraftField::ToDo, tr("Step by step: 1. … 2. …"));
    addField(column, DraftField::NotWhen, tr("What looks alike and is something else."));
    addInsertMenu(column, draft.values);
    addConditions(column, draft.values);
    column->addWidget(m_fault);
    column->addStretch();
    setWidget(content);
    for (std::size_t at = 0; at < DraftFieldCount; ++at)
        setText(static_cast<DraftField>(at), draft.texts[at]);
}

void ArticleFields::addVerdict(QVBoxLayout *column, Verdict verdict)
{
    m_verdict = new QComboBox;
    for (const Verdict one : {Verdict::Act, Verdict::Watch, Verdict::Depends, Verdict::Harmless})
        m_verdict->addItem(verdictText(one), std::to_underlying(one));
    m_verdict->setCurrentIndex(m_verdict->findData(std::to_underlying(verdict)));
    auto *label = new QLabel(tr("&Verdict"));
    label->setBuddy(m_verdict);
    column->addWidget(label);
    column->addWidget(m_verdict);
    connect(m_verdict, &QComboBox::currentIndexChanged, this, &ArticleFields::changed);
}

void ArticleFields::addField(QVBoxLayout *column, DraftField field, const QString &hint)
{
    Field &made = m_fields[std::to_underlying(field)];
    auto *label = new QLabel(fieldText(field));
    QWidget *editor = nullptr;
    if (isShort(field)) {
        made.line = new QLineEdit;
        made.line->setPlaceholderText(hint);
        connect(made.line, &QLineEdit::textChanged, this, &ArticleFields::changed);
        editor = made.line;
    } else {
        made.page = new QPlainTextEdit;
        made.page->setPlaceholderText(hint);
        made.page->setTabChangesFocus(true);
        made.page->setFixedHeight((PageLines + 1) * made.page->fontMetrics().lineSpacing());
        connect(made.page, &QPlainTextEdit::textChanged, this, &ArticleFields::changed);
        editor = made.page;
    }
    editor->setAccessibleName(fieldText(field));
    editor->installEventFilter(this);
    label->setBuddy(editor);
    made.fault = faultLabel();
    column->addSpacing(spacing::Normal);
    column->addWidget(label);
    column->addWidget(editor);
    column->addWidget(made.fault);
}

void ArticleFields::addInsertMenu(QVBoxLayout *column, const std::vector<DraftValue> &values)
{
    auto *button = new QToolButton;
    button->setText(tr("Insert a value of the event"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(button);
    const auto offer = [this, menu](const QString &name, const QString &shown) {
        QString plain = QStringLiteral("{%1}  %2").arg(name, shown.left(LongestShown));
        menu->addAction(plain.replace(u'&', QStringLiteral("&&")), this, [this, name] { insert(name); });
    };
    for (const DraftValue &value : values)
        offer(value.name, visible(value.text.simplified()));
    offer(QStringLiteral("computer"), tr("the computer's name"));
    button->setMenu(menu);
    column->addSpacing(spacing::Normal);
    column->addWidget(button, 0, Qt::AlignLeft);
}

void ArticleFields::addConditions(QVBoxLayout *column, const std::vector<DraftValue> &values)
{
    if (values.empty())
        return;
    column->addSpacing(spacing::Normal);
    auto *label = new QLabel(tr("Only for events that have the same here:"));
    label->setWordWrap(true);
    column->addWidget(label);
    for (const DraftValue &value : values) {
        QString text = QStringLiteral("%1: %2").arg(value.label, visible(value.text.simplified()).left(LongestShown));
        auto *box = new QCheckBox(text.replace(u'&', QStringLiteral("&&")));
        box->setChecked(value.isDemanded);
        box->setToolTip(QStringLiteral("{%1}").arg(value.name));
        connect(box, &QCheckBox::toggled, this, &ArticleFields::changed);
        column->addWidget(box);
        m_conditions.push_back(box);
    }
}

void ArticleFields::insert(const QString &name)
{
    const QString written = QStringLiteral("{%1}").arg(name);
    const Field &field = m_fields[std::to_underlying(m_last)];
    if (field.line)
        field.line->insert(written);
    else
        field.page->insertPlainText(written);
    editor(m_last).setFocus();
}

bool ArticleFields::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        for (std::size_t at = 0; at < DraftFieldCount; ++at) {
            if (watched == &editor(static_cast<DraftField>(at)))
                m_last = static_cast<DraftField>(at);
        }
    }
    return QScrollArea::eventFilter(watched, event);
}

QString ArticleFields::text(DraftField field) const
{
    const Field &asked = m_fields[std::to_underlying(field)];
    return asked.line ? asked.line->text() : asked.page->toPlainText();
}

void ArticleFields::setText(DraftField field, const QString &text)
{
    const Field &asked = m_fields[std::to_underlying(field)];
    if (asked.line)
        asked.line->setText(text);
    else
        asked.page->setPlainText(text);
}

QWidget &ArticleFields::editor(DraftField field) const
{
    const Field &asked = m_fields[std::to_underlying(field)];
    return asked.line ? static_cast<QWidget &>(*asked.line) : static_cast<QWidget &>(*asked.page);
}

void ArticleFields::fill(ArticleDraft &draft) const
{
    draft.verdict = static_cast<Verdict>(m_verdict->currentData().toUInt());
    for (std::size_t at = 0; at < DraftFieldCount; ++at)
        draft.texts[at] = text(static_cast<DraftField>(at));
    for (std::size_t at = 0; at < m_conditions.size(); ++at)
        draft.values[at].isDemanded = m_conditions[at]->isChecked();
}

void ArticleFields::showFaults(const std::vector<DraftFault> &faults)
{
    std::array<QStringList, DraftFieldCount> said;
    QStringList others;
    for (const DraftFault &fault : faults) {
        const QString sentence =
            fault.line == 0 ? fault.sentence : tr("Line %1: %2").arg(fault.line).arg(fault.sentence);
        if (fault.field)
            said[std::to_underlying(*fault.field)].append(sentence);
        else
            others.append(sentence);
    }
    const auto show = [](QLabel *label, const QStringList &sentences) {
        label->setText(sentences.join(u'\n'));
        label->setVisible(!sentences.isEmpty());
    };
    for (std::size_t at = 0; at < DraftFieldCount; ++at)
        show(m_fields[at].fault, said[at]);
    show(m_fault, others);
}

} // namespace evident
