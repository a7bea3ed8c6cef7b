// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/registryvalue.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>
#include <cstring>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RegistryValue)
};

enum class ValueType : std::uint32_t {
    Text = 1,
    ExpandText = 2,
    Number = 4,
    BigEndian = 5,
    Texts = 7,
    LongNumber = 11
};

constexpr qsizetype LongestShown = 200; // characters in the evidence

QString wideText(const QByteArray &bytes)
{
    std::u16string text(static_cast<std::size_t>(bytes.size() / 2), u'\0');
    std::memcpy(text.data(), bytes.constData(), text.size() * sizeof(char16_t));
    return QString::fromUtf16(text.data(), static_cast<qsizetype>(text.size()));
}

template<typename T>
QString numberText(const QByteArray &bytes)
{
    T number{};
    std::memcpy(&number, bytes.constData(), sizeof(number));
    return QString::number(number);
}

std::optional<std::uint64_t> numberOf(const QString &text)
{
    bool isNumber = false;
    const auto number = text.startsWith("0x"_L1, Qt::CaseInsensitive) ? text.sliced(2).toULongLong(&isNumber, 16)
                                                                      : text.toULongLong(&isNumber);
    return isNumber ? std::optional<std::uint64_t>(number) : std::nullopt;
}

bool isSameValue(const QString &one, const QString &other)
{
    const auto number = numberOf(one);
    return number ? number == numberOf(other) : one.compare(other, Qt::CaseInsensitive) == 0;
}

QString pathOf(const CheckQuestion &question)
{
    return u"HKEY_LOCAL_MACHINE\\"_s + question.key;
}

void answerValue(std::uint32_t type, const QByteArray &bytes, CheckResult &result)
{
    const CheckQuestion question = questionOf(result);
    const QStringList texts = registryTexts(type, bytes);
    result.state = isWanted(texts, question.wanted) ? ServiceState::Yes : ServiceState::No;
    QString shown = texts.join(", "_L1);
    if (shown.size() > LongestShown)
        shown = shown.first(LongestShown) + u'…';
    result.evidence = Words::tr("The value %1 in the key %2 is %3.").arg(question.name, pathOf(question), shown);
}

void answerNoValue(CheckResult &result)
{
    const CheckQuestion question = questionOf(result);
    result.state = ServiceState::No;
    result.evidence = Words::tr("The key %2 has no value %1.").arg(question.name, pathOf(question));
}

void answerNoKey(CheckResult &result)
{
    result.state = ServiceState::No;
    result.evidence = Words::tr("There is no key %1.").arg(pathOf(questionOf(result)));
}

void answerNotRead(const QString &evidence, CheckResult &result)
{
    result.state = ServiceState::NotPossible;
    result.evidence = evidence;
    const CheckQuestion question = questionOf(result);
    result.next = Words::tr("Look on the computer itself: reg query \"HKLM\\%1\" /v \"%2\" (from Windows XP on), or "
                            "Registry Editor. A copy of its SYSTEM registry hive answers as well for what begins with "
                            "SYSTEM.")
                      .arg(question.key, question.name);
}

void answerCode(const QString &call, std::uint32_t code, CheckResult &result)
{
    answerNotRead(code == std::to_underlying(RegistryCode::AccessDenied)
            ? Words::tr("The account may not read the key %1 (%2 answered 5).").arg(pathOf(questionOf(result)), call)
            : Words::tr("%1 answered %2.").arg(call).arg(code),
        result);
}

Result<void> askOpenedKey(RpcHost &host, const RpcHandle &key, CheckResult &result, const Patience &patience)
{
    const auto pipe = host.pipe(RegistryInterface, patience);
    if (!pipe)
        return std::unexpected(pipe.error());
    RemoteRegistry registry(**pipe);
    const auto value = registry.value(key, questionOf(result).name, patience);
    if (!value)
        return std::unexpected(value.error());
    result.code = value->code;
    if (value->is(RegistryCode::Success))
        answerValue(value->value.type, value->value.bytes, result);
    else if (value->is(RegistryCode::NotFound))
        answerNoValue(result);
    else
        answerCode(u"RegQueryValueEx"_s, value->code, result);
    return registry.close(key, patience);
}

/// The key of @p path in a SYSTEM hive: "SYSTEM\CurrentControlSet\…" or "SYSTEM\Setup".
Result<HiveKey> keyInHive(const HiveFile &hive, HiveKey set, const QString &path)
{
    QStringList names = path.split(u'\\', Qt::SkipEmptyParts);
    names.removeFirst();
    HiveKey key = hive.root();
    if (!names.isEmpty() && names.front().compare("CurrentControlSet"_L1, Qt::CaseInsensitive) == 0) {
        key = set;
        names.removeFirst();
    }
    for (const QString &name : names) {
        const auto child = hive.child(key, name);
        if (!child)
            return child;
        key = *child;
    }
    return key;
}

} // namespace

QStringList registryTexts(std::uint32_t type, const QByteArray &bytes)
{
    switch (static_cast<ValueType>(type)) {
    case ValueType::Text:
    case ValueType::ExpandText: return {wideText(bytes).section(QChar(u'\0'), 0, 0)};
    case ValueType::Texts: {
        QStringList texts = wideText(bytes).split(QChar(u'\0'), Qt::SkipEmptyParts);
        return texts.isEmpty() ? QStringList{QString()} : texts;
    }
    case ValueType::Number:
        if (bytes.size() == sizeof(std::uint32_t))
            return {numberText<std::uint32_t>(bytes)};
        break;
    case ValueType::BigEndian:
        if (bytes.size() == sizeof(std::uint32_t)) {
            std::uint32_t number = 0;
            std::memcpy(&number, bytes.constData(), sizeof(number));
            return {QString::number(std::byteswap(number))};
        }
        break;
    case ValueType::LongNumber:
        if (bytes.size() == sizeof(std::uint64_t))
            return {numberText<std::uint64_t>(bytes)};
        break;
    }
    return {QString::fromLatin1(bytes.toHex(' ').toUpper())};
}

bool isWanted(const QStringList &texts, const QStringList &wanted)
{
    return wanted.isEmpty() || std::ranges::any_of(texts, [&](const QString &text) {
        return std::ranges::any_of(wanted, [&](const QString &one) { return isSameValue(text, one); });
    });
}

Result<RegistryAnswer<RpcHandle>> openMachineKey(RpcHost &host, const QString &path, const Patience &patience)
{
    const auto pipe = host.pipe(RegistryInterface, patience);
    if (!pipe)
        return std::unexpected(pipe.error());
    RemoteRegistry registry(**pipe);
    auto &standing = host.standingHandle(RegistryInterface);
    if (!standing) {
        const auto root = registry.openLocalMachine(patience);
        if (!root || root->code != 0)
            return root;
        standing = root->value;
    }
    return registry.openKey(*standing, path, patience);
}

Result<void> askRegistryValue(RpcHost &host, CheckResult &result, const Patience &patience)
{
    result.by = CheckedBy::Registry;
    const auto key = openMachineKey(host, questionOf(result).key, patience);
    if (!key && (key.error().code == ErrorCode::NotFound || key.error().code == ErrorCode::NoPermission)) {
        result.code = static_cast<std::uint32_t>(key.error().native);
        answerNotRead(key.error().code == ErrorCode::NotFound
                ? Words::tr("Its registry cannot be asked over the network: the Remote Registry service is off, as it "
                            "is on most computers.")
                : Words::tr("The computer does not let this account ask its registry."),
            result);
        return {};
    }
    if (!key)
        return std::unexpected(key.error());
    result.code = key->code;
    if (key->is(RegistryCode::Success))
        return askOpenedKey(host, key->value, result, patience);
    if (key->is(RegistryCode::NotFound))
        answerNoKey(result);
    else
        answerCode(u"RegOpenKeyEx"_s, key->code, result);
    return {};
}

void lookUpValue(const HiveFile &hive, HiveKey set, CheckResult &result)
{
    const CheckQuestion question = questionOf(result);
    if (!question.key.startsWith("SYSTEM\\"_L1, Qt::CaseInsensitive)) {
        answerNotRead(Words::tr("The key %1 is not in a SYSTEM hive.").arg(pathOf(question)), result);
        return;
    }
    const auto key = keyInHive(hive, set, question.key);
    const auto value = key ? hive.value(*key, question.name) : std::unexpected(key.error());
    if (value)
        answerValue(value->type, value->bytes, result);
    else if (value.error().code != ErrorCode::NotFound)
        answerNotRead(Words::tr("The hive is damaged where %1 would stand.").arg(pathOf(question)), result);
    else if (key)
        answerNoValue(result);
    else
        answerNoKey(result);
}

} // namespace evident
