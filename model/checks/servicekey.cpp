// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/servicekey.h"

#include <utility>

namespace evident {

namespace {

/// True, false, or BadHive where it cannot be told.
Result<bool> isThere(const HiveFile &hive, HiveKey key, QStringView value)
{
    const auto found = hive.value(key, value);
    if (found)
        return true;
    return found.error().code == ErrorCode::NotFound ? Result<bool>(false) : std::unexpected(found.error());
}

Result<bool> hasChild(const HiveFile &hive, HiveKey key, QStringView name)
{
    const auto found = hive.child(key, name);
    if (found)
        return true;
    return found.error().code == ErrorCode::NotFound ? Result<bool>(false) : std::unexpected(found.error());
}

Result<ServiceKey::Holds> judge(const HiveFile &hive, HiveKey key, const ServiceKey &read)
{
    using enum ServiceKey::Holds;
    if (read.type && read.start)
        return Service;
    bool any = false;
    for (const QStringView name : {u"Type", u"Start", u"ImagePath"}) {
        const auto there = isThere(hive, key, name);
        if (!there)
            return std::unexpected(there.error());
        any |= *there;
    }
    if (any)
        return Half;
    const auto counters = hasChild(hive, key, u"Performance");
    if (!counters)
        return std::unexpected(counters.error());
    return *counters ? CountersOnly : Nothing;
}

} // namespace

Result<ServiceKey> readServiceKey(const HiveFile &hive, HiveKey services, const QString &service)
{
    const auto key = hive.child(services, service);
    if (!key)
        return std::unexpected(key.error());
    ServiceKey read{.type = hive.number(*key, u"Type"),
        .start = hive.number(*key, u"Start"),
        .imagePath = hive.text(*key, u"ImagePath"),
        .displayName = hive.text(*key, u"DisplayName")};
    const auto holds = judge(hive, *key, read);
    if (!holds)
        return std::unexpected(holds.error());
    read.holds = *holds;
    read.markedForDeletion = hive.number(*key, u"DeleteFlag").value_or(0) != 0;
    return read;
}

QStringList servicesDisplayedAs(const HiveFile &hive, HiveKey services, const QString &name)
{
    QStringList found;
    for (const HiveKey key : hive.children(services).value_or(std::vector<HiveKey>())) {
        if (hive.text(key, u"DisplayName").compare(name, Qt::CaseInsensitive) == 0)
            found.append(hive.name(key).value_or(QString()));
    }
    found.removeAll(QString());
    return found;
}

std::optional<StartType> startTypeFrom(std::optional<std::uint32_t> start)
{
    if (!start || *start > std::to_underlying(StartType::Disabled))
        return {};
    return static_cast<StartType>(*start);
}

} // namespace evident
