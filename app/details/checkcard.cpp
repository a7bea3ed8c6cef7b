// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/checkcard.h"

#include "details/readingtext.h"
#include "details/subject.h"
#include "looks/badge.h"
#include "looks/icons.h"
#include "looks/spacing.h"
#include "machines/checker.h"
#include "reports/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace evident {

namespace {

QLabel *quietLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, quietText(palette));
    label->setPalette(palette);
    return label;
}

bool sameComputer(const QString &one, const QString &other)
{
    const auto host = [](const QString &name) { return name.section(u'.', 0, 0); };
    return !one.isEmpty() && host(one).compare(host(other), Qt::CaseInsensitive) == 0;
}

/// The newest answer to each question about this subject.
std::vector<CheckResult> answersAbout(const Finding &finding, const CheckSubject &subject)
{
    std::vector<CheckQuestion> questions;
    for (const FilledCheck &check : subject.checks)
        std::ranges::move(singleQuestions(check.question), std::back_inserter(questions));
    auto answers = newestAnswers(finding);
    std::erase_if(answers, [&](const CheckResult &answer) {
        return std::ranges::none_of(
            questions, [&](const CheckQuestion &one) { return one.asksTheSame(questionOf(answer)); });
    });
    return answers;
}

bool waitsForVouching(const CheckResult &answer)
{
    return answer.identity == HostIdentity::Unproved && answerOf(answer);
}

} // namespace

CheckCard::CheckCard(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_question(new QLabel(this))
    , m_badge(new Badge(this))
    , m_state(quietLabel(this))
    , m_words(new ReadingText(this))
    , m_how(quietLabel(this))
    , m_button(new QToolButton(this))
    , m_computer(new QLineEdit(this))
    , m_vouch(new QPushButton(this))
{
    setAccessibleName(tr("Check"));
    m_question->setWordWrap(true);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setFont(badgeFont(font()));
    m_words->setAccessibleName(tr("Answer of the check"));
    setUpButton();
    setUpComputer();
    auto *computer = new QHBoxLayout;
    auto *computerLabel = new QLabel(tr("C&omputer:"), this);
    computerLabel->setBuddy(m_computer);
    computer->setSpacing(spacing::Normal);
    computer->addWidget(computerLabel);
    computer->addWidget(m_computer, 1);
    computer->addWidget(m_vouch);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(spacing::Normal);
    actions->addWidget(m_button);
    actions->addWidget(m_badge);
    actions->addWidget(m_state);
    actions->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(
        spacing::Wide, spacing::Wide - spacing::Tight, spacing::Wide, spacing::Wide - spacing::Tight);
    column->setSpacing(spacing::Normal);
    column->addWidget(m_question);
    column->addLayout(computer);
    column->addLayout(actions);
    column->addWidget(m_words);
    column->addWidget(m_how);
    column->addStretch();
    connect(&session, &Session::checkDone, this, [this](const FindingKey &key) {
        if (m_key != key)
            return;
        m_asking = false;
        refresh();
    });
    connect(&session, &Session::hivesChanged, this, &CheckCard::refresh);
    showNone();
}

void CheckCard::setUpButton()
{
    m_button->setPopupMode(QToolButton::MenuButtonPopup);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setIcon(icon(IconName::Question));
    m_button->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(m_button);
    connect(menu, &QMenu::aboutToShow, this, &CheckCard::showMenu);
    m_button->setMenu(menu);
    connect(m_button, &QToolButton::clicked, this, &CheckCard::ask);
}

void CheckCard::setUpComputer()
{
    m_computer->setObjectName(QStringLiteral("checkComputer"));
    m_computer->setPlaceholderText(tr("Name or address"));
    m_computer->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // the text beside the card keeps its width
    connect(m_computer, &QLineEdit::editingFinished, this, [this] {
        const Finding *asked = finding();
        if (!asked || !m_checker || m_computer->text().trimmed() == computer(*asked))
            return;
        m_checker->setComputer(*asked, m_computer->text());
        refresh();
    });
    m_vouch->setObjectName(QStringLiteral("vouch"));
    connect(m_vouch, &QPushButton::clicked, this, [this] {
        if (m_key && m_checker)
            m_checker->vouch(*m_key);
    });
}

void CheckCard::setChecker(Checker &checker)
{
    m_checker = &checker;
    connect(m_checker, &Checker::changed, this, [this](const FindingKey &key) {
        if (m_key == key)
            refresh();
    });
}

void CheckCard::showMenu()
{
    QMenu *menu = m_button->menu();
    menu->clear();
    const Finding *asked = finding();
    if (!asked)
        return;
    menu->addAction(tr("&Ask the Running Computer"), this, [this] {
        if (m_key && m_checker)
            m_checker->ask(*m_key);
    });
    menu->addAction(icon(IconName::Hive), tr("Registry &Hive…"), this, [this] {
        if (const Finding *now = finding())
            emit hiveWanted(now->computer);
    });
    menu->addAction(tr("&Paste an Answer…"), this, [this] {
        if (m_key)
            emit pasteWanted(*m_key);
    });
    if (asked->checks.empty() || asked->checks.back().state != ServiceState::ProtocolTooOld)
        return;
    menu->addAction(tr("Allow &SMB 1 for This Computer…"), this, [this] {
        if (m_key && m_checker)
            m_checker->allowSmb1(*m_key);
    });
}

bool CheckCard::isAsking() const
{
    return m_asking || (m_key && m_checker && m_checker->isAsking(*m_key));
}

QString CheckCard::computer(const Finding &finding) const
{
    return m_checker ? m_checker->computerFor(finding) : finding.computer;
}

const Finding *CheckCard::finding() const
{
    const Finding *found = findingOf(m_session, m_key);
    return found && !found->subjects.empty() ? found : nullptr;
}

const OpenHive *CheckCard::fittingHive(const QString &computer) const
{
    const auto &hives = m_session.hives();
    const auto fits = [&computer](const OpenHive &hive) {
        return hive.computer.isEmpty() || computer.isEmpty() || sameComputer(hive.computer, computer);
    };
    const auto found = std::ranges::find_if(hives, fits);
    return found == hives.end() ? nullptr : &*found;
}

const CheckSubject &CheckCard::subject(const Finding &finding) const
{
    const CheckSubject *named = subjectNamed(finding, m_subject);
    return named ? *named : finding.subjects.front();
}

void CheckCard::showFor(const FindingKey &finding, const QString &subject, const QTimeZone &zone)
{
    m_subject = subject;
    if (m_key != finding)
        m_asking = false;
    m_key = finding;
    m_zone = zone;
    refresh();
}

void CheckCard::showNone()
{
    m_key.reset();
    hide();
}

void CheckCard::ask()
{
    // The button stays enabled meanwhile: the focus would leave it, and the page scroll after the focus.
    if (m_key && m_checker && !isAsking())
        m_checker->check(*m_key);
}

void CheckCard::askHive(const QString &path)
{
    if (!m_key)
        return;
    if (const auto hive = m_session.addHive(path); !hive) {
        emit trouble(hive.error());
        return;
    }
    m_asking = true;
    refresh();
    m_session.check(*m_key, path);
}

void CheckCard::refresh()
{
    const Finding *shown = finding();
    setVisible(shown != nullptr);
    if (!shown)
        return;
    const CheckSubject &about = subject(*shown);
    const auto answers = answersAbout(*shown, about);
    m_question->setText(questionText(about.checks.front().question, shown->computer));
    const QString asked = computer(*shown);
    if (!m_computer->hasFocus())
        m_computer->setText(asked);
    m_vouch->setVisible(std::ranges::any_of(answers, waitsForVouching));
    m_vouch->setText(tr("It &Is %1").arg(QString(shown->computer).replace(u'&', QStringLiteral("&&"))));
    const QString verb = shown->checks.empty() ? tr("Check %1") : tr("Check %1 Again");
    m_button->setText(verb.arg(asked).replace(u'&', QStringLiteral("&&")).trimmed());
    if (!about.conclusion || isAsking())
        showQuestion(*shown, about);
    else
        showAnswer(*shown, about);
    reserveHeight(*shown, about);
}

void CheckCard::showQuestion(const Finding &finding, const CheckSubject &subject)
{
    m_badge->hide();
    m_state->show();
    m_state->setText(isAsking() ? tr("Asking…") : tr("Not asked yet"));
    m_words->showMarkdown(beforeCheck(subject.checks.front(), computer(finding), fittingHive(finding.computer))
        + otherSubjects(finding, subject));
    m_how->clear();
}

void CheckCard::showAnswer(const Finding &finding, const CheckSubject &subject)
{
    const auto answers = answersAbout(finding, subject);
    const Conclusion conclusion = subject.conclusion.value_or(Conclusion{});
    m_badge->setLook({.verdict = verdictOf(conclusion.kind), .word = conclusionText(conclusion.kind)});
    m_badge->show();
    m_state->hide();
    const auto unproved = std::ranges::find_if(answers, waitsForVouching);
    m_words->showMarkdown(afterCheck(answers, conclusion)
        + (unproved != answers.end() ? howToVouch(*unproved, finding.computer) : QString())
        + otherSubjects(finding, subject));
    QStringList how;
    for (const CheckResult &answer : answers) {
        how.append(serviceFacts(answer));
        how.append(askedHow(answer, m_zone));
    }
    how.removeAll(QString());
    m_how->setText(how.join(u'\n'));
}

void CheckCard::reserveHeight(const Finding &finding, const CheckSubject &subject)
{
    const FilledCheck &check = subject.checks.front();
    const int room = std::max(width() - 2 * spacing::Wide, 120);
    const QString others = otherSubjects(finding, subject);
    int tallest = m_words->heightOf(beforeCheck(check, finding.computer, nullptr) + others, room);
    for (const OutcomeMeaning &meaning : {check.yes, check.no}) {
        std::vector<CheckResult> likely;
        for (const CheckQuestion &question : singleQuestions(check.question)) {
            likely.push_back(answerTo(question));
            likely.back().asked = finding.computer;
            likely.back().state = ServiceState::NotInstalledButCountersRegistered;
            likely.back().evidence = QString(120, u'n');
        }
        const QString words = afterCheck(likely, {meaning.conclusion, meaning.sentence}) + others;
        tallest = std::max(tallest, m_words->heightOf(words, room) + 3 * fontMetrics().lineSpacing());
    }
    const int head = m_question->heightForWidth(room) + m_computer->sizeHint().height() + m_button->sizeHint().height();
    setMinimumHeight(head + tallest + 5 * spacing::Normal + 2 * spacing::Wide);
}

void CheckCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hairline(palette()));
    painter.setBrush(mixed(palette().color(QPalette::Base), palette().color(QPalette::Window), 0.5));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), spacing::Tight, spacing::Tight);
}

void CheckCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (const Finding *shown = finding(); shown && event->oldSize().width() != width())
        reserveHeight(*shown, subject(*shown));
}

} // namespace evident
