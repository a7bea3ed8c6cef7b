// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articles/wrongnote.h"

#include "details/readingtext.h"
#include "looks/spacing.h"
#include "reports/words.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace evident {

namespace {

/// @p text as it is, in a block of code that it cannot end.
QString quoted(const QString &text)
{
    QString fence = QStringLiteral("```");
    while (text.contains(fence))
        fence += u'`';
    return fence + u'\n' + visible(text) + u'\n' + fence + u'\n';
}

QString valuesOf(const Event &event)
{
    QStringList lines;
    for (std::size_t at = 0; at < event.content.values.size(); ++at) {
        const EventValue &value = event.content.values[at];
        const QString name = value.name.isEmpty() ? QString::number(at + 1) : value.name;
        lines.append(QStringLiteral("%1: %2").arg(name, value.text));
    }
    if (!event.content.data.isEmpty())
        lines.append(WrongNote::tr("Data: %1").arg(QString::fromLatin1(event.content.data.toHex(' '))));
    return lines.join(u'\n');
}

} // namespace

QString noteMarkdown(const Subject &subject, const QString &words)
{
    const Event &event = subject.event;
    QString note;
    if (subject.explanation) {
        note =
            QStringLiteral("## %1\n\n").arg(WrongNote::tr("Wrong explanation: %1").arg(subject.explanation->articleId));
        note += escapedForMarkdown(subject.explanation->title) + QStringLiteral("\n\n");
    }
    note += escapedForMarkdown(words.trimmed()) + QStringLiteral("\n\n### %1\n\n").arg(WrongNote::tr("Event"));
    note += quoted(WrongNote::tr("%1, event %2, %3, %4, %5")
                       .arg(event.provider, QString::number(event.id), levelText(event.level),
                           timeText(event.time, QTimeZone::utc()), event.computer)
        + u'\n' + subject.file + u'\n' + (event.renderedMessage.isEmpty() ? valuesOf(event) : event.renderedMessage));
    if (subject.explanation && !subject.explanation->why.isEmpty()) {
        note += QStringLiteral("\n### %1\n\n").arg(WrongNote::tr("Why it matched"));
        for (const QString &why : subject.explanation->why)
            note += QStringLiteral("- ") + escapedForMarkdown(why) + u'\n';
    }
    return note + QStringLiteral("\nEvident ") + QApplication::applicationVersion() + u'\n';
}

QString notesFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/evident/notes.md");
}

Result<void> keepNote(const QString &file, const QString &markdown)
{
    const bool hasFolder = QDir().mkpath(QFileInfo(file).absolutePath());
    QFile notes(file);
    const QByteArray bytes = markdown.toUtf8() + '\n';
    if (!hasFolder || !notes.open(QIODevice::Append) || notes.write(bytes) != bytes.size() || !notes.flush())
        return failure(ErrorCode::WriteFailed, "notes", {.source = file});
    return {};
}

WrongNote::WrongNote(const Subject &subject, QWidget *parent)
    : QDialog(parent)
    , m_subject(subject)
    , m_words(new QPlainTextEdit)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("This Explanation Is Wrong"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(spacing::Normal);
    auto *question = new QLabel(tr(
        "What is wrong with it, and what is right? The event and the article's name are added. The note stays on this "
        "computer; copy it to send it to whoever keeps the articles."));
    question->setWordWrap(true);
    question->setBuddy(m_words);
    m_words->setAccessibleName(tr("What is wrong"));
    m_words->setTabChangesFocus(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *keepButton = buttons->addButton(tr("Keep Note"), QDialogButtonBox::AcceptRole);
    auto *copyButton = buttons->addButton(tr("Copy as Markdown"), QDialogButtonBox::ActionRole);
    keepButton->setObjectName(QStringLiteral("keep"));
    copyButton->setObjectName(QStringLiteral("copy"));
    connect(copyButton, &QPushButton::clicked, this, &WrongNote::copy);
    connect(buttons, &QDialogButtonBox::accepted, this, &WrongNote::keep);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(question);
    column->addWidget(m_words, 1);
    column->addWidget(buttons);
    resize(560, 320);
}

void WrongNote::copy() const
{
    QApplication::clipboard()->setText(noteMarkdown(m_subject, m_words->toPlainText()));
}

void WrongNote::keep()
{
    const QString file = notesFile();
    if (const auto done = keepNote(file, noteMarkdown(m_subject, m_words->toPlainText())); !done) {
        emit trouble(done.error());
        return;
    }
    emit kept(file);
    accept();
}

} // namespace evident
