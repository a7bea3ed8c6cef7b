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
    const QString service = about ? about->explanation.checks.front().service : QString();
    auto *what =
        new QLabel(tr("Run this on %1 and paste all that it says: sc query %2\nThe answer is marked as reported "
                      "by you. What sc qc and Get-Service say is understood as well.")
                       .arg(about ? about->computer : QString(), service),
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
        m_session.keepAnswer(m_key, m_answer);
        accept();
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this, buttons] {
        read();
        buttons->button(QDialogButtonBox::Ok)->setEnabled(isInstalled(m_answer.state).has_value());
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
    return found != findings.end() && !found->explanation.checks.empty() ? &*found : nullptr;
}

void PasteDialog::read()
{
    const Finding *about = finding();
    if (!about)
        return;
    m_answer = readPastedAnswer(m_text->toPlainText(), about->explanation.checks.front().service, about->computer);
    m_answer.checkedBy = loginName();
    m_read->setText(isInstalled(m_answer.state)
            ? m_answer.service + QStringLiteral(": ") + serviceStateText(m_answer.state)
            : m_answer.evidence);
}

} // namespace evident
