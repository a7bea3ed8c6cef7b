// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checkresult.h"

#include <QCoreApplication>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct StateLine {
    const char *word; ///< of `check --json`
    std::optional<bool> installed;
    const char *text; ///< for people
};

/// In the order of ServiceState.
constexpr std::array States{
    StateLine{"running", true, QT_TRANSLATE_NOOP("ServiceState", "installed and running")},
    StateLine{"paused", true, QT_TRANSLATE_NOOP("ServiceState", "installed and paused")},
    StateLine{"startPending", true, QT_TRANSLATE_NOOP("ServiceState", "installed, just starting")},
    StateLine{"stopPending", true, QT_TRANSLATE_NOOP("ServiceState", "installed, just stopping")},
    StateLine{"stopped", true, QT_TRANSLATE_NOOP("ServiceState", "installed, but stopped")},
    StateLine{"markedForDeletion", true, QT_TRANSLATE_NOOP("ServiceState", "installed, but marked for deletion")},
    StateLine{"installed", true, QT_TRANSLATE_NOOP("ServiceState", "installed; whether it runs is not known")},
    StateLine{"serviceAccessDenied", true,
        QT_TRANSLATE_NOOP("ServiceState", "installed; the account may not see more of it")},
    StateLine{"notInstalled", false, QT_TRANSLATE_NOOP("ServiceState", "not installed")},
    StateLine{"notInstalledButCountersRegistered", false,
        QT_TRANSLATE_NOOP("ServiceState", "not installed; only its performance counters are registered")},
    StateLine{"isDisplayName", {}, QT_TRANSLATE_NOOP("ServiceState", "this is a display name, not a service name")},
    StateLine{"managerAccessDenied", {},
        QT_TRANSLATE_NOOP("ServiceState", "no answer: the account may not ask the service manager")},
    StateLine{"logonFailed", {}, QT_TRANSLATE_NOOP("ServiceState", "no answer: the computer refused the logon")},
    StateLine{"protocolTooOld", {},
        QT_TRANSLATE_NOOP("ServiceState", "no answer: the computer speaks only the outdated SMB 1")},
    StateLine{"hostNotFound", {}, QT_TRANSLATE_NOOP("ServiceState", "no answer: no computer of that name was found")},
    StateLine{"hostUnreachable", {}, QT_TRANSLATE_NOOP("ServiceState", "no answer: the computer cannot be reached")},
    StateLine{"hostIsAnother", {}, QT_TRANSLATE_NOOP("ServiceState", "another computer answered")},
    StateLine{"shuttingDown", {}, QT_TRANSLATE_NOOP("ServiceState", "no answer: the computer is shutting down")},
    StateLine{"timedOut", {}, QT_TRANSLATE_NOOP("ServiceState", "no answer in time")},
    StateLine{"notPossible", {}, QT_TRANSLATE_NOOP("ServiceState", "could not be checked")},
    StateLine{"yes", {}, QT_TRANSLATE_NOOP("ServiceState", "yes")},
    StateLine{"no", {}, QT_TRANSLATE_NOOP("ServiceState", "no")},
};
static_assert(States.size() == std::to_underlying(ServiceState::No) + 1U);

constexpr std::array StartTypes{"boot", "system", "auto", "manual", "disabled"};
static_assert(StartTypes.size() == std::to_underlying(StartType::Disabled) + 1U);

constexpr std::array Ways{"scm", "registry", "hive", "user", "logs", "share"};
static_assert(Ways.size() == std::to_underlying(CheckedBy::Share) + 1U);

/// What `check --json` and reports call what was asked.
constexpr std::array Kinds{"service", "registry value", "events near", "file present", "all of", "any of"};
static_assert(Kinds.size() == std::to_underlying(CheckQuestion::Kind::AnyOf) + 1U);

constexpr std::array Identities{"proved", "unproved", "vouched"};
static_assert(Identities.size() == std::to_underlying(HostIdentity::Vouched) + 1U);

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CheckQuestion)
};

QString idsText(const std::vector<std::uint16_t> &ids)
{
    QStringList texts;
    for (const std::uint16_t id : ids)
        texts.append(QString::number(id));
    return texts.join(QStringLiteral(", "));
}

QString joinedText(const CheckQuestion &question, const QString &computer, const QString &how)
{
    QStringList texts{how};
    for (const CheckQuestion &part : question.parts)
        texts.append(questionText(part, computer));
    return texts.join(u' ');
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue installedValue(ServiceState state)
{
    const auto installed = isInstalled(state);
    return installed ? QJsonValue(*installed) : QJsonValue(QJsonValue::Null);
}

} // namespace

QLatin1StringView serviceStateWord(ServiceState state)
{
    return QLatin1StringView(States.at(std::to_underlying(state)).word);
}

QString serviceStateText(ServiceState state)
{
    return QCoreApplication::translate("ServiceState", States.at(std::to_underlying(state)).text);
}

std::optional<bool> isInstalled(ServiceState state)
{
    return States.at(std::to_underlying(state)).installed;
}

QLatin1StringView startTypeWord(StartType type)
{
    return QLatin1StringView(StartTypes.at(std::to_underlying(type)));
}

QLatin1StringView checkedByWord(CheckedBy by)
{
    return QLatin1StringView(Ways.at(std::to_underlying(by)));
}

QLatin1StringView hostIdentityWord(HostIdentity identity)
{
    return QLatin1StringView(Identities.at(std::to_underlying(identity)));
}

CheckResult answerTo(const CheckQuestion &question)
{
    CheckResult result;
    result.service = question.service;
    if (question.kind != CheckQuestion::Kind::Service)
        result.question = question;
    return result;
}

CheckQuestion questionOf(const CheckResult &result)
{
    return result.question.value_or(serviceQuestion(result.service));
}

std::optional<bool> answerOf(const CheckResult &result)
{
    if (!result.question)
        return isInstalled(result.state);
    if (result.state != ServiceState::Yes && result.state != ServiceState::No)
        return {};
    return result.state == ServiceState::Yes;
}

QString questionText(const CheckQuestion &question, const QString &computer)
{
    using Kind = CheckQuestion::Kind;
    const QString host = computer.isEmpty() ? Words::tr("the computer") : computer;
    switch (question.kind) {
    case Kind::Service:
        return question.service.isEmpty() ? Words::tr("Is the service installed on %1?").arg(host)
                                          : Words::tr("Is the service %1 installed on %2?").arg(question.service, host);
    case Kind::RegistryValue:
        return question.wanted.isEmpty()
            ? Words::tr("Does the registry of %3 have the value %1 in %2?").arg(question.name, question.key, host)
            : Words::tr("Is the registry value %1 in %2 on %3 set to %4?")
                  .arg(question.name, question.key, host, question.wanted.join(Words::tr(" or ")));
    case Kind::EventsNear:
        return Words::tr("Do the open logs of %1 hold events %2 of %3 about %4 within %n minutes of this one?", nullptr,
            question.minutes)
            .arg(host, idsText(question.ids), question.source, question.service);
    case Kind::FilePresent: return Words::tr("Is the file %1 on %2?").arg(question.path, host);
    case Kind::AllOf: return joinedText(question, computer, Words::tr("Are all of these so?"));
    case Kind::AnyOf: return joinedText(question, computer, Words::tr("Is any of these so?"));
    }
    return {};
}

QString answerText(const CheckResult &result)
{
    if (!result.question)
        return QStringLiteral("%1: %2").arg(result.service, serviceStateText(result.state));
    return QStringLiteral("%1 %2").arg(questionText(*result.question, result.asked), serviceStateText(result.state));
}

QJsonObject toJson(const CheckResult &result)
{
    const CheckQuestion question = questionOf(result);
    const auto answer = answerOf(result);
    return {
        {u"question"_s, QString::fromLatin1(Kinds.at(std::to_underlying(question.kind)))},
        {u"about"_s, question.subjects().join(u", "_s)},
        {u"answer"_s, answer ? QJsonValue(*answer) : QJsonValue(QJsonValue::Null)},
        {u"service"_s, result.service},
        {u"asked"_s, result.asked},
        {u"address"_s, textOrNull(result.address)},
        {u"answeredAs"_s, textOrNull(result.answeredAs)},
        {u"as"_s, textOrNull(result.as)},
        {u"by"_s, checkedByWord(result.by)},
        {u"identity"_s, hostIdentityWord(result.identity)},
        {u"installed"_s, installedValue(result.state)},
        {u"outcome"_s, serviceStateWord(result.state)},
        {u"startType"_s,
            result.startType ? QJsonValue(startTypeWord(*result.startType)) : QJsonValue(QJsonValue::Null)},
        {u"displayName"_s, textOrNull(result.displayName)},
        {u"code"_s, static_cast<qint64>(result.code)},
        {u"ms"_s, result.milliseconds},
        {u"time"_s, result.time.toIso()},
        {u"evidence"_s, result.evidence},
        {u"next"_s, result.next},
    };
}

} // namespace evident
