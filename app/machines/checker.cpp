// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "machines/checker.h"

#include "keychain/keychain.h"
#include "machines/logondialog.h"
#include "remote/smbpath.h"
#include "session/findingquestions.h"

#include <QMessageBox>

#include <algorithm>

namespace evident {

namespace {

constexpr std::uint32_t CancelledStatus = 0xC0000120;

bool hasAnswer(const CheckResult &answer)
{
    return answerOf(answer).has_value();
}

} // namespace

Checker::Checker(Session &session, QSettings &store, QWidget &window)
    : QObject(&window)
    , m_session(session)
    , m_memory(store)
    , m_window(window)
{
    connect(&session.questions(), &ComputerQuestions::answered, this, &Checker::answered);
    connect(&session.questions(), &ComputerQuestions::progressed, this, &Checker::progressed);
}

const Finding *Checker::finding(const FindingKey &key) const
{
    const auto &findings = m_session.findings();
    const auto found = std::ranges::find(findings, key, &Finding::key);
    return found != findings.end() && !found->subjects.empty() ? &*found : nullptr;
}

bool Checker::hasFittingHive(const Finding &finding) const
{
    const auto fits = [&finding](const OpenHive &hive) {
        return hive.computer.isEmpty() || finding.computer.isEmpty() || isNameOf(hive.computer, finding.computer);
    };
    return std::ranges::any_of(m_session.hives(), fits);
}

QString Checker::computerFor(const Finding &finding) const
{
    const QString typed = m_memory.typed(finding.sampleFile, finding.computer);
    const auto target = targetOf(finding.sampleFile);
    if (typed != finding.computer || !target)
        return typed;
    // A log that was read on a computer is that computer's, but for events that another one forwarded to it.
    const bool isForwarded =
        !target->isAddress() && !finding.computer.isEmpty() && !isNameOf(target->host, finding.computer);
    return isForwarded ? typed : target->text();
}

void Checker::setComputer(const Finding &finding, const QString &typed)
{
    m_memory.setTyped(finding.sampleFile, finding.computer, typed.trimmed());
}

void Checker::check(const FindingKey &key)
{
    const Finding *about = finding(key);
    if (about == nullptr)
        return;
    if (hasFittingHive(*about))
        m_session.check(key);
    else
        ask(key);
}

void Checker::checkAll()
{
    std::vector<FindingKey> keys;
    for (const Finding &one : m_session.findings()) {
        if (!one.subjects.empty())
            keys.push_back(one.key);
    }
    for (const FindingKey &key : keys)
        check(key);
}

/// What is answered when there is nobody to ask.
std::vector<CheckResult> Checker::notAsked(const std::vector<CheckQuestion> &questions, const QString &computer)
{
    std::vector<CheckResult> answers;
    for (const CheckQuestion &question : questions) {
        CheckResult none = answerTo(question);
        none.asked = computer;
        none.by = none.question ? CheckedBy::Registry : CheckedBy::ServiceManager;
        none.identity = HostIdentity::Unproved;
        none.time = Timestamp::now();
        none.evidence = computer.isEmpty() ? tr("The event does not say which computer it is of.")
                                           : tr("%1 is no computer's name or address.").arg(computer);
        none.next = tr("Type the computer's name or address.");
        answers.push_back(std::move(none));
    }
    return answers;
}

void Checker::ask(const FindingKey &key)
{
    const Finding *about = finding(key);
    if (about == nullptr || isAsking(key))
        return;
    const QString computer = computerFor(*about);
    const auto target = RemoteTarget::from(computer);
    const auto questions = questionsForComputer(*about);
    m_session.lookInLogs(key);
    if (!target || questions.empty()) {
        m_session.keepAnswers(key, notAsked(questions, computer));
        return;
    }
    Question question{.key = key,
        .question = {.asked = questions, .computer = about->computer, .target = *target, .credentials = {}},
        .answers = {}};
    question.question.target.smb1 = m_memory.smb1(*target);
    m_asking.insert(key);
    emit changed(key);
    const auto known = m_known.find(nameOf(*target));
    if (known != m_known.end())
        question.question.credentials = known->second;
    const QString kept = m_memory.keptUser(*target);
    if (known == m_known.end() && !kept.isEmpty())
        sendWithKeptPassword(question, kept);
    else
        send(std::move(question));
}

void Checker::sendWithKeptPassword(const Question &question, const QString &user)
{
    const RemoteTarget target = question.question.target;
    readPassword(target, user, this, [this, question, user](const std::shared_ptr<const Secret> &password) {
        Question now = question;
        if (password) {
            now.question.credentials = Credentials::withPassword(user, password);
            m_known.insert_or_assign(nameOf(now.question.target), now.question.credentials);
        }
        send(std::move(now));
    });
}

void Checker::send(Question question)
{
    const std::uint64_t number = m_session.questions().ask(question.question);
    m_sent.emplace(number, std::move(question));
}

void Checker::answered(std::uint64_t number, const std::vector<CheckResult> &answers)
{
    auto sent = m_sent.extract(number);
    if (sent.empty())
        return;
    Question question = std::move(sent.mapped());
    question.answers = answers;
    const bool isPassword = question.question.credentials.kind == LogonKind::Password;
    const bool isRefused = std::ranges::contains(answers, ServiceState::LogonFailed, &CheckResult::state);
    const QString name = nameOf(question.question.target);
    if (isRefused && !isPassword) {
        wantLogon(std::move(question));
        return;
    }
    if (isRefused) {
        m_known.erase(name); // the next click asks anew
        m_toBeKept.erase(name);
        m_memory.setKeptUser(question.question.target, {});
    } else if (isPassword && std::ranges::any_of(answers, hasAnswer) && m_toBeKept.erase(name) > 0) {
        const Credentials &credentials = question.question.credentials;
        keepPassword(question.question.target, credentials.account(), *credentials.password);
        m_memory.setKeptUser(question.question.target, credentials.account());
    }
    keep(question);
}

void Checker::keep(const Question &question)
{
    m_asking.extract(question.key);
    auto answers = question.answers;
    std::erase_if(answers, [](const CheckResult &answer) { return answer.code == CancelledStatus; });
    if (!answers.empty())
        m_session.keepAnswers(question.key, answers);
    emit changed(question.key);
}

void Checker::wantLogon(Question question)
{
    const auto known = m_known.find(nameOf(question.question.target));
    if (known != m_known.end()) { // given meanwhile, for another finding of the same computer
        question.question.credentials = known->second;
        send(std::move(question));
        return;
    }
    m_wanting.push_back(std::move(question));
    if (!m_dialog)
        askForLogon();
}

void Checker::askForLogon()
{
    const Question &first = m_wanting.front();
    m_dialog = new LogonDialog(first.question.target, m_memory.keptUser(first.question.target), {},
        hasKeychain() ? LogonDialog::Keychain::Available : LogonDialog::Keychain::Missing, &m_window);
    connect(m_dialog, &QDialog::finished, this, &Checker::logonDone);
    m_dialog->open();
}

void Checker::logonDone(int result)
{
    const QString name = nameOf(m_wanting.front().question.target);
    const bool isGiven = result == QDialog::Accepted;
    if (isGiven) {
        m_known.insert_or_assign(name, m_dialog->credentials());
        if (m_dialog->isToBeKept())
            m_toBeKept.insert(name);
    }
    m_dialog = nullptr; // deletes itself
    std::vector<Question> ready;
    for (const Question &one : std::exchange(m_wanting, {}))
        (nameOf(one.question.target) == name ? ready : m_wanting).push_back(one);
    for (Question &one : ready) {
        if (!isGiven) {
            keep(one);
            continue;
        }
        one.question.credentials = m_known.at(name);
        send(std::move(one));
    }
    if (!m_wanting.empty())
        askForLogon();
}

void Checker::vouch(const FindingKey &key)
{
    const Finding *about = finding(key);
    if (about == nullptr)
        return;
    auto answers = newestAnswers(*about);
    std::erase_if(answers,
        [](const CheckResult &answer) { return answer.identity != HostIdentity::Unproved || !hasAnswer(answer); });
    for (CheckResult &answer : answers)
        answer.identity = HostIdentity::Vouched;
    if (!answers.empty())
        m_session.keepAnswers(key, answers);
}

void Checker::allowSmb1(const FindingKey &key)
{
    const Finding *about = finding(key);
    const auto target = about != nullptr ? RemoteTarget::from(computerFor(*about)) : std::nullopt;
    if (!target)
        return;
    const auto answer = QMessageBox::warning(&m_window, tr("Allow SMB 1"),
        tr("SMB 1 protects neither what is asked nor what is answered: whoever listens on the network may read and "
           "alter it. Allow it for %1 alone, from now on?")
            .arg(target->text()),
        QMessageBox::Yes | QMessageBox::No, QMessageBox::No);
    if (answer != QMessageBox::Yes)
        return;
    m_memory.setSmb1(*target, OldProtocol::Allowed);
    ask(key);
}

std::optional<Credentials> Checker::account(const RemoteTarget &target) const
{
    const auto known = m_known.find(nameOf(target));
    return known != m_known.end() ? std::optional(known->second) : std::nullopt;
}

void Checker::setAccount(const RemoteTarget &target, const Credentials &credentials)
{
    if (credentials.password)
        m_known.insert_or_assign(nameOf(target), credentials);
    else
        m_known.erase(nameOf(target));
}

void Checker::cancel()
{
    m_session.questions().cancel();
}

} // namespace evident
