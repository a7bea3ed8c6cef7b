// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/fileoncomputer.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestPath = 1024;

bool isPlainName(const QString &name)
{
    static constexpr QStringView Special = u"<>:\"|?*%";
    const auto isOdd = [](QChar c) { return c < u' ' || Special.contains(c); };
    return name != u"." && name != u".." && std::ranges::none_of(name, isOdd);
}

bool isDriveLetter(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

} // namespace

std::optional<FileOnComputer> FileOnComputer::from(const QString &written)
{
    QString rest = written.trimmed();
    if (rest.size() > 2 && rest.startsWith(u'"') && rest.endsWith(u'"'))
        rest = rest.sliced(1, rest.size() - 2);
    rest.replace(u'/', u'\\');
    if (rest.startsWith("\\??\\"_L1))
        rest = rest.sliced(4);
    FileOnComputer file;
    static constexpr std::array OfWindows{"%SystemRoot%\\"_L1, "%windir%\\"_L1, "\\SystemRoot\\"_L1};
    const auto *const begin =
        std::ranges::find_if(OfWindows, [&](auto word) { return rest.startsWith(word, Qt::CaseInsensitive); });
    if (begin != OfWindows.end()) {
        rest = rest.sliced(begin->size());
    } else if (rest.size() > 3 && isDriveLetter(rest[0]) && rest[1] == u':' && rest[2] == u'\\') {
        file.drive = rest[0].toUpper();
        rest = rest.sliced(3);
    } else if (!rest.startsWith("System32\\"_L1, Qt::CaseInsensitive)) {
        return {};
    }
    const QStringList names = rest.split(u'\\', Qt::SkipEmptyParts);
    if (names.isEmpty() || rest.endsWith(u'\\') || rest.size() > LongestPath
        || !std::ranges::all_of(names, isPlainName))
        return {};
    file.path = names.join(u'/');
    return file;
}

} // namespace evident
