// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/person.h"

#include <QSysInfo>

#include <array>

#include <pwd.h>
#include <unistd.h>

namespace evident {

QString loginName()
{
    passwd entry{};
    passwd *found = nullptr;
    std::array<char, 4096> texts{};
    if (getpwuid_r(getuid(), &entry, texts.data(), texts.size(), &found) == 0 && found != nullptr)
        return QString::fromLocal8Bit(found->pw_name);
    return QString::number(getuid());
}

QString personAndMachine()
{
    return loginName() + u'@' + QSysInfo::machineHostName();
}

} // namespace evident
