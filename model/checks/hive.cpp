// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/hive.h"

#include "checks/filepresence.h"
#include "checks/registryvalue.h"
#include "checks/servicekey.h"
#include "sources/filesource.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <pwd.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SystemHive)
};

/// The control set that Windows used, and how it was found.
struct ControlSet {
    HiveKey key{};
    QString name; ///< "ControlSet001"
    QString doubt; ///< a sentence when Select did not say it; else empty
};

QString controlSetName(std::uint32_t number)
{
    return u"ControlSet%1"_s.arg(number, 3, 10, QChar(u'0'));
}

std::optional<ControlSet> controlSet(const HiveFile &hive, std::uint32_t number, const QString &doubt)
{
    const QString name = controlSetName(number);
    const auto key = hive.child(hive.root(), name);
    if (!key)
        return {};
    return ControlSet{*key, name, doubt};
}

/// Select\Current, then Select\Default, then the first set there is.
std::optional<ControlSet> findControlSet(const HiveFile &hive)
{
    if (const auto select = hive.child(hive.root(), u"Select")) {
        if (const auto current = hive.number(*select, u"Current")) {
            if (auto set = controlSet(hive, *current, {}))
                return set;
        }
        if (const auto standard = hive.number(*select, u"Default")) {
            const QString doubt =
                Words::tr("The hive does not say which control set was in use; its default was taken.");
            if (auto set = controlSet(hive, *standard, doubt))
                return set;
        }
    }
    const QString doubt = Words::tr("The hive does not say which control set was in use; the first was taken.");
    constexpr std::uint32_t Most = 9;
    for (std::uint32_t number = 1; number <= Most; ++number) {
        if (auto set = controlSet(hive, number, doubt))
            return set;
    }
    return {};
}

std::optional<HiveKey> descend(const HiveFile &hive, HiveKey key, std::initializer_list<QStringView> path)
{
    for (const QStringView name : path) {
        const auto child = hive.child(key, name);
        if (!child)
            return {};
        key = *child;
    }
    return key;
}

QString firstLabel(const QString &computer)
{
    return computer.section(u'.', 0, 0).trimmed();
}

/// What the hive calls its computer: the NetBIOS name, cut at 15 characters, and the full host name where it has one.
struct HiveNames {
    QString computer;
    QString host;

    [[nodiscard]] bool mean(const QString &asked) const
    {
        const QString label = firstLabel(asked);
        constexpr qsizetype NetBiosLength = 15;
        if (!host.isEmpty() && label.compare(firstLabel(host), Qt::CaseInsensitive) == 0)
            return true;
        const bool cut = host.isEmpty() && computer.size() == NetBiosLength;
        return computer.compare(cut ? label.first(std::min(label.size(), NetBiosLength)) : label, Qt::CaseInsensitive)
            == 0;
    }
};

HiveNames readNames(const HiveFile &hive, HiveKey set)
{
    HiveNames names;
    if (const auto key = descend(hive, set, {u"Control", u"ComputerName", u"ComputerName"}))
        names.computer = hive.text(*key, u"ComputerName").trimmed();
    if (const auto key = descend(hive, set, {u"Services", u"Tcpip", u"Parameters"})) {
        names.host = hive.text(*key, u"NV Hostname").trimmed();
        if (names.host.isEmpty())
            names.host = hive.text(*key, u"Hostname").trimmed();
    }
    return names;
}

QString joined(std::initializer_list<QString> sentences)
{
    QStringList list(sentences);
    list.removeAll(QString());
    return list.join(u' ');
}

/// "Type 0x10, Start 3, ImagePath C:\…": the values a service was known by.
QString valuesText(const ServiceKey &key)
{
    QStringList parts;
    if (key.type)
        parts.append(u"Type 0x%1"_s.arg(*key.type, 0, 16));
    if (key.start)
        parts.append(u"Start %1"_s.arg(*key.start));
    if (!key.imagePath.isEmpty())
        parts.append(u"ImagePath %1"_s.arg(key.imagePath));
    return parts.join(", "_L1);
}

/// The logs of the hive that lie beside it, where Windows keeps what it had not written to it yet: "SYSTEM.LOG1".
QStringList logsBeside(const QString &path)
{
    const QFileInfo hive(path);
    QStringList found;
    for (const QFileInfo &file : hive.dir().entryInfoList(QDir::Files, QDir::Name)) {
        for (const QLatin1StringView ending : {".LOG"_L1, ".LOG1"_L1, ".LOG2"_L1}) {
            if (file.fileName().compare(hive.fileName() + ending, Qt::CaseInsensitive) == 0 && file.size() > 0)
                found.append(file.fileName());
        }
    }
    return found;
}

/// Those of them that can be opened.
HiveLogs openLogs(const QString &hive, const QStringList &names)
{
    HiveLogs logs;
    for (const QString &name : names) {
        if (auto log = FileSource::open(QFileInfo(hive).dir().filePath(name)))
            logs.push_back(std::move(*log));
    }
    return logs;
}

/// What the logs of a hive that was not whole mean for the answer.
QString logsText(const HiveFile &file, const QStringList &logs)
{
    if (file.replayed() > 0)
        return Words::tr("The hive was copied before Windows had written everything to it; what %1 beside it held was "
                         "read with it.")
            .arg(logs.join(", "_L1));
    if (!file.isDirty())
        return {};
    if (logs.isEmpty())
        return Words::tr("The hive was copied before Windows had written everything to it, and neither of its logs "
                         "(.LOG1, .LOG2) lies beside it, so the latest changes may be missing.");
    return Words::tr(
        "The hive was copied before Windows had written everything to it, and nothing in %1 beside it continues it, "
        "so the latest changes may be missing.")
        .arg(logs.join(", "_L1));
}

/// The login name of the person running the program.
QString personAsking()
{
    passwd entry{};
    passwd *found = nullptr;
    std::array<char, 4096> texts{};
    const int failed = getpwuid_r(getuid(), &entry, texts.data(), texts.size(), &found);
    return failed == 0 && found != nullptr ? QString::fromLocal8Bit(found->pw_name) : QString::number(getuid());
}

} // namespace

struct SystemHive::Handle {
    QString path;
    HiveFile file;
    ControlSet set;
    HiveKey services{};
    HiveNames names;
    QStringList logs; ///< names of the files beside it

    [[nodiscard]] QString keyPath(const QString &service) const
    {
        return u"HKEY_LOCAL_MACHINE\\SYSTEM\\%1\\Services\\%2"_s.arg(set.name, service);
    }
    [[nodiscard]] QString doubts() const;
    void answerFrom(const ServiceKey &key, CheckResult &result) const;
    void answerAbsent(CheckResult &result) const;
    void answer(CheckResult &result) const;
};

QString SystemHive::Handle::doubts() const
{
    const QString nameless = names.computer.isEmpty() ? Words::tr("The hive does not say whose it is.") : QString();
    return joined({set.doubt, nameless, logsText(file, logs)});
}

void SystemHive::Handle::answerFrom(const ServiceKey &key, CheckResult &result) const
{
    using enum ServiceKey::Holds;
    const QString keyText = keyPath(result.service);
    result.startType = startTypeFrom(key.start);
    result.displayName = key.displayName;
    result.imagePath = key.imagePath;
    switch (key.holds) {
    case Service:
        result.state = key.markedForDeletion ? ServiceState::MarkedForDeletion : ServiceState::Installed;
        result.evidence = key.markedForDeletion
            ? Words::tr("The key %1 holds a service (%2), and DeleteFlag: it goes at the next start.")
                  .arg(keyText, valuesText(key))
            : Words::tr("The key %1 holds a service (%2).").arg(keyText, valuesText(key));
        result.next = Words::tr("Whether it runs, a hive cannot say: look at it on the computer itself.");
        break;
    case CountersOnly:
        result.state = ServiceState::NotInstalledButCountersRegistered;
        result.evidence = Words::tr("The key %1 holds only the Performance key of its counters: no Type, no Start, no "
                                    "ImagePath, so Windows knows no such service.")
                              .arg(keyText);
        break;
    case Nothing:
        result.state = ServiceState::NotInstalled;
        result.evidence =
            Words::tr("The key %1 stands, but holds no Type, no Start and no ImagePath, so Windows knows no "
                      "such service.")
                .arg(keyText);
        break;
    case Half:
        result.state = ServiceState::NotPossible;
        result.evidence = Words::tr("The key %1 holds only a part of a service (%2).").arg(keyText, valuesText(key));
        result.next =
            Words::tr("Ask the computer itself: \"sc query %1\", or Control Panel › Services on Windows NT 4.")
                .arg(result.service);
        break;
    }
}

void SystemHive::Handle::answerAbsent(CheckResult &result) const
{
    const QStringList meant = servicesDisplayedAs(file, services, result.service);
    if (meant.isEmpty()) {
        result.state = ServiceState::NotInstalled;
        result.evidence = Words::tr("There is no key %1.").arg(keyPath(result.service));
        return;
    }
    result.state = ServiceState::IsDisplayName;
    result.displayName = result.service;
    result.evidence = Words::tr("There is no key %1, but \"%2\" is the display name of %3.")
                          .arg(keyPath(result.service), result.service, meant.join(", "_L1));
    result.next = Words::tr("Did you mean %1?").arg(meant.front());
}

void SystemHive::Handle::answer(CheckResult &result) const
{
    if (const auto key = readServiceKey(file, services, result.service)) {
        answerFrom(*key, result);
    } else if (key.error().code == ErrorCode::NotFound) {
        answerAbsent(result);
    } else {
        result.state = ServiceState::NotPossible;
        result.evidence = Words::tr("The hive is damaged where %1 would stand.").arg(keyPath(result.service));
        result.next = Words::tr("Copy the hive again, or ask the computer itself.");
    }
    result.evidence = joined({result.evidence, doubts()});
}

SystemHive::SystemHive(std::unique_ptr<Handle> handle)
    : m_handle(std::move(handle))
{
}
SystemHive::SystemHive(SystemHive &&) noexcept = default;
SystemHive &SystemHive::operator=(SystemHive &&) noexcept = default;
SystemHive::~SystemHive() = default;

bool SystemHive::looksLikeHive(const QString &path)
{
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) && file.read(4) == "regf";
}

Result<SystemHive> SystemHive::open(const QString &path)
{
    const auto source = FileSource::open(path);
    if (!source) {
        Error error = source.error();
        if (error.code != ErrorCode::NotFound && error.code != ErrorCode::NoPermission)
            error.code = ErrorCode::BadHive;
        return std::unexpected(std::move(error));
    }
    QStringList logs = logsBeside(path);
    auto file = HiveFile::open(**source, openLogs(path, logs));
    if (!file)
        return std::unexpected(std::move(file.error()));
    const auto set = findControlSet(*file);
    const auto services = set ? descend(*file, set->key, {u"Services"}) : std::nullopt;
    if (!services)
        return failure(ErrorCode::BadHive, "control set with Services", {.source = path});
    HiveNames names = readNames(*file, set->key);
    return SystemHive(
        std::make_unique<Handle>(path, std::move(*file), *set, *services, std::move(names), std::move(logs)));
}

QString SystemHive::path() const
{
    return m_handle->path;
}

QString SystemHive::computerName() const
{
    return m_handle->names.computer;
}

CheckResult SystemHive::check(const CheckQuestion &question, const QString &computer) const
{
    QElapsedTimer clock;
    clock.start();
    const HiveNames &names = m_handle->names;
    CheckResult result = answerTo(question);
    result.service = result.service.trimmed();
    result.asked = computer.isEmpty() ? names.computer : computer;
    result.address = m_handle->path;
    result.answeredAs = names.computer;
    result.by = CheckedBy::Hive;
    result.time = Timestamp::now();
    result.checkedBy = personAsking();
    if (!question.isComplete()) {
        result.evidence = Words::tr("No service was named.");
        result.next = Words::tr("Name the service by its key name, for example MSExchangeIMC.");
    } else if (!computer.isEmpty() && !names.computer.isEmpty() && !names.mean(computer)) {
        result.state = ServiceState::HostIsAnother;
        result.evidence = Words::tr("The hive is of the computer %1, not of %2.").arg(names.computer, computer);
        result.next = Words::tr("Take the hive of %1: %SystemRoot%\\System32\\config\\SYSTEM.").arg(computer);
    } else if (question.kind == CheckQuestion::Kind::RegistryValue) {
        lookUpValue(m_handle->file, m_handle->set.key, result);
        result.evidence = joined({result.evidence, m_handle->doubts()});
    } else if (question.kind == CheckQuestion::Kind::Service) {
        m_handle->answer(result);
    } else if (question.kind == CheckQuestion::Kind::FilePresent) {
        result.evidence = Words::tr("A registry hive does not say which files there are.");
        result.next = howToLookForFile(question, result.asked);
    } else {
        result.evidence = Words::tr("A registry hive holds no events.");
    }
    result.milliseconds = static_cast<int>(clock.elapsed());
    return result;
}

} // namespace evident
