// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "machines/pastedialog.h"

#include "checks/pastedanswer.h"
#include "looks/spacing.h"
#include "session/person.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace evident {

namespace {

/// The services that the finding's checks ask about.
QStringList servicesOf(const Finding &finding)
{
    QStringList services;
    for (const CheckQuestion &question : questionsOf(finding)) {
        if (question.kind == CheckQuestion::Kind::Service)
            services.append(question.service);
    }
    return services;
}

} // namespace

PasteDialog::PasteDialog(Session &session, const FindingKey &key, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_key(key)
    , m_text(new QPlainTextEdit(this))
    , m_read(new QLabel(this))
{
    setObjectName(QStringLiteral("paste"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Paste an Answer"));
    const Finding *about = finding();
    const QStringList services = about ? servicesOf(*about) : QStringList();
    auto *what =
        new QLabel(tr("Run this on %1 and paste all that it says: sc query %2\nThe answer is marked as reported "
                      "by you. What sc qc and Get-Service say is understood as well.")
                       .arg(about ? about->computer : QString(), services.join(QStringLiteral("\n    sc query "))),
            this);
    what->setTextFormat(Qt::PlainText);
    what->setTextInteractionFlags(Qt::TextSelectableByMouse);
    what->setWordWrap(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setAccessibleName(tr("What the command said"));
    m_read->setWordWrap(true);
    m_read->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("&Use This Answer"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        m_session.keepAnswers(m_key, m_answers);
        accept();
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this, buttons] {
        read();
        buttons->button(QDialogButtonBox::Ok)->setEnabled(!m_answers.empty());
    });
    buttons->button(QDialogButtonBox::Ok)->setEnabled(false);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(spacing::Normal);
    column->addWidget(what);
    column->addWidget(m_text, 1);
    column->addWidget(m_read);
    column->addWidget(buttons);
    constexpr QSize Size(560, 360);
    resize(Size);
}

const Finding *PasteDialog::finding() const
{
    const auto &findings = m_session.findings();
    const auto found = std::ranges::find(findings, m_key, &Finding::key);
    return found != findings.end() && !found->subjects.empty() ? &*found : nullptr;
}

void PasteDialog::read()
{
    const Finding *about = finding();
    if (!about)
        return;
    m_answers.clear();
    QStringList said;
    QStringList doubts;
    for (const QString &service : servicesOf(*about)) {
        CheckResult answer = readPastedAnswer(m_text->toPlainText(), service, about->computer);
        answer.checkedBy = loginName();
        (answerOf(answer) ? said : doubts).append(answerOf(answer) ? answerText(answer) : answer.evidence);
        if (answerOf(answer))
            m_answers.push_back(std::move(answer));
    }
    doubts.removeDuplicates();
    m_read->setText((said.isEmpty() ? doubts : said).join(u'\n'));
}

} // namespace evident
