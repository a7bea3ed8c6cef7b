// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "machines/computermemory.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr int MostTyped = 200;
constexpr qsizetype MostRecent = 10;

/// Paths and names as they are would be sections and escapes of the settings file.
QString keyOf(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).first(8).toHex());
}

QString typedKey(const QString &log, const QString &computer)
{
    return u"computers/typed/"_s + keyOf(log + u'\n' + computer.toLower());
}

QString hostKey(QLatin1StringView group, const RemoteTarget &target)
{
    return u"computers/"_s + group + u'/' + keyOf(target.text().toLower());
}

} // namespace

QString ComputerMemory::typed(const QString &log, const QString &computer) const
{
    return m_store.value(typedKey(log, computer), computer).toString();
}

void ComputerMemory::setTyped(const QString &log, const QString &computer, const QString &text)
{
    const QString key = typedKey(log, computer);
    if (text.isEmpty() || text == computer) {
        m_store.remove(key);
        return;
    }
    m_store.beginGroup(u"computers/typed"_s);
    const QStringList known = m_store.childKeys();
    if (known.size() >= MostTyped)
        m_store.remove(known.front());
    m_store.endGroup();
    m_store.setValue(key, text);
}

QString ComputerMemory::keptUser(const RemoteTarget &target) const
{
    return m_store.value(hostKey("keptUser"_L1, target)).toString();
}

void ComputerMemory::setKeptUser(const RemoteTarget &target, const QString &user)
{
    if (user.isEmpty())
        m_store.remove(hostKey("keptUser"_L1, target));
    else
        m_store.setValue(hostKey("keptUser"_L1, target), user);
}

OldProtocol ComputerMemory::smb1(const RemoteTarget &target) const
{
    return m_store.value(hostKey("smb1"_L1, target)).toBool() ? OldProtocol::Allowed : OldProtocol::Refused;
}

void ComputerMemory::setSmb1(const RemoteTarget &target, OldProtocol allowed)
{
    if (allowed == OldProtocol::Allowed)
        m_store.setValue(hostKey("smb1"_L1, target), true);
    else
        m_store.remove(hostKey("smb1"_L1, target));
}

QStringList ComputerMemory::recentComputers() const
{
    return m_store.value(u"computers/recent"_s).toStringList().mid(0, MostRecent);
}

void ComputerMemory::rememberComputer(const QString &name)
{
    QStringList recent = recentComputers();
    recent.removeIf([&name](const QString &other) { return other.compare(name, Qt::CaseInsensitive) == 0; });
    recent.prepend(name);
    m_store.setValue(u"computers/recent"_s, recent.mid(0, MostRecent));
}

QStringList ComputerMemory::favourites() const
{
    return m_store.value(u"computers/favourites"_s).toStringList();
}

void ComputerMemory::setFavourite(const QString &name, bool favourite)
{
    QStringList names = favourites();
    names.removeIf([&name](const QString &other) { return other.compare(name, Qt::CaseInsensitive) == 0; });
    if (favourite && !name.isEmpty())
        names.append(name);
    m_store.setValue(u"computers/favourites"_s, names);
}

} // namespace evident
