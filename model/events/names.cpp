// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/names.h"

#include <QReadLocker>
#include <QWriteLocker>

#include <atomic>

namespace evident {

namespace {

std::uint64_t nextSerial()
{
    static std::atomic_uint64_t last = 0;
    return ++last;
}

} // namespace

Names::Names()
    : m_serial(nextSerial())
{
    m_texts.emplace_back();
    m_ids.insert(QString(), NameId::None);
}

NameId Names::intern(QStringView text)
{
    if (const NameId known = find(text); known != NameId::None || text.isEmpty())
        return known;
    const QWriteLocker locker(&m_lock);
    const QString own = text.toString();
    if (const auto it = m_ids.constFind(own); it != m_ids.cend())
        return *it;
    const auto id = static_cast<NameId>(m_texts.size());
    m_texts.push_back(own);
    m_ids.insert(own, id);
    return id;
}

QString Names::text(NameId id) const
{
    const QReadLocker locker(&m_lock);
    const auto index = static_cast<std::size_t>(id);
    return index < m_texts.size() ? m_texts[index] : QString();
}

NameId Names::find(QStringView text) const
{
    const QReadLocker locker(&m_lock);
    return m_ids.value(QString::fromRawData(text.data(), text.size()), NameId::None);
}

std::uint32_t Names::count() const
{
    const QReadLocker locker(&m_lock);
    return static_cast<std::uint32_t>(m_texts.size());
}

} // namespace evident
