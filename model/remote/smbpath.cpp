// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/smbpath.h"

#include <QStringList>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView SmbScheme("smb://");
constexpr QLatin1StringView EventLogScheme("eventlog://");
constexpr qsizetype LongestPath = 4096;

/// Decodes what a file manager encoded. Names of logs hold "%4" before a letter, which looks like an encoded letter; but
/// nobody encodes letters and digits, so what would stand for one is left as it is.
QString decoded(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    QByteArray plain;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        bool isHex = false;
        const uint code = bytes[at] == '%' && at + 2 < bytes.size() ? bytes.mid(at + 1, 2).toUInt(&isHex, 16) : 0;
        const bool isLetter = code < 0x80 && QChar(code).isLetterOrNumber();
        plain += isHex && code != 0 && !isLetter ? static_cast<char>(code) : bytes[at];
        if (isHex && code != 0 && !isLetter)
            at += 2;
    }
    return QString::fromUtf8(plain);
}

/// In an address of the web IPv6 stands in brackets, with a port or without.
QString urlHostOf(const RemoteTarget &target)
{
    const QString text = target.text();
    return target.host.contains(u':') && !text.startsWith(u'[') ? u'[' + text + u']' : text;
}

/// Of what stands behind the "?".
std::optional<NewestWish> wishFrom(const QString &text)
{
    NewestWish wish;
    const QStringList words = text.split(u'&', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        bool isNumber = false;
        const uint number = word.section(u'=', 1).toUInt(&isNumber);
        const QString name = word.section(u'=', 0, 0);
        if (!isNumber || (name != u"newest" && name != u"since"))
            return {};
        if (name == u"newest")
            wish.newest = number;
        else
            wish.since = number;
    }
    return wish;
}

QString textOf(const NewestWish &wish)
{
    QStringList words;
    if (wish.newest != 0)
        words.append(QStringLiteral("newest=%1").arg(wish.newest));
    if (wish.since)
        words.append(QStringLiteral("since=%1").arg(*wish.since));
    return words.isEmpty() ? QString() : u'?' + words.join(u'&');
}

struct Parts {
    RemoteTarget target;
    QStringList names;
};

/// Of what stands behind the scheme.
std::optional<Parts> partsOf(const QString &rest)
{
    if (rest.size() > LongestPath)
        return {};
    const qsizetype slash = rest.indexOf(u'/');
    QString host = slash < 0 ? rest : rest.first(slash);
    if (const qsizetype at = host.lastIndexOf(u'@'); at >= 0)
        host = host.sliced(at + 1);
    host.replace("%25"_L1, "%"_L1); // before the network card of an IPv6 address: [fe80::1%25eth0]
    const auto target = RemoteTarget::from(host);
    if (!target)
        return {};
    Parts parts{.target = *target, .names = {}};
    if (slash >= 0)
        parts.names = rest.sliced(slash + 1).split(u'/', Qt::SkipEmptyParts);
    const auto goesUp = [](const QString &name) { return name == u".." || name == u"." || name.contains(QChar(0)); };
    if (std::ranges::any_of(parts.names, goesUp))
        return {};
    return parts;
}

} // namespace

bool SmbPath::looksLike(const QString &written)
{
    return written.startsWith(SmbScheme, Qt::CaseInsensitive) || written.startsWith(QLatin1StringView("\\\\"));
}

std::optional<SmbPath> SmbPath::from(const QString &written)
{
    if (!looksLike(written))
        return {};
    const bool isUrl = written.startsWith(SmbScheme, Qt::CaseInsensitive);
    const QString rest = isUrl ? written.sliced(SmbScheme.size()) : written.sliced(2).replace(u'\\', u'/');
    const qsizetype question = isUrl ? rest.indexOf(u'?') : -1;
    auto parts = partsOf(question < 0 ? rest : rest.first(question));
    const auto wish = question < 0 ? NewestWish() : wishFrom(rest.sliced(question + 1));
    if (!parts || parts->names.isEmpty() || !wish)
        return {};
    if (isUrl)
        std::ranges::transform(parts->names, parts->names.begin(), decoded);
    SmbPath path{.target = parts->target, .share = parts->names.takeFirst(), .path = {}};
    path.path = parts->names.join(u'/');
    path.wish = *wish;
    return path;
}

QString SmbPath::text() const
{
    QString text = SmbScheme + urlHostOf(target) + u'/' + share;
    if (!path.isEmpty())
        text += u'/' + path;
    return text + textOf(wish);
}

QString SmbPath::fileName() const
{
    return path.isEmpty() ? share : path.sliced(path.lastIndexOf(u'/') + 1);
}

SmbPath SmbPath::below(const QString &name) const
{
    return {.target = target, .share = share, .path = path.isEmpty() ? name : path + u'/' + name};
}

bool ClassicLocation::looksLike(const QString &written)
{
    return written.startsWith(EventLogScheme, Qt::CaseInsensitive);
}

std::optional<ClassicLocation> ClassicLocation::from(const QString &written)
{
    if (!looksLike(written))
        return {};
    const QString rest = written.sliced(EventLogScheme.size());
    const qsizetype question = rest.indexOf(u'?');
    const auto parts = partsOf(question < 0 ? rest : rest.first(question));
    if (!parts || parts->names.size() != 1)
        return {};
    const auto wish = question < 0 ? NewestWish() : wishFrom(rest.sliced(question + 1));
    if (!wish)
        return {};
    return ClassicLocation{
        .target = parts->target, .log = parts->names.first(), .newest = wish->newest, .since = wish->since};
}

QString ClassicLocation::text() const
{
    return EventLogScheme + urlHostOf(target) + u'/' + log + textOf(NewestWish{.newest = newest, .since = since});
}

QString withoutAccount(const QString &location)
{
    if (!isRemoteLocation(location))
        return location;
    const bool isUrl = location.contains("://"_L1);
    const qsizetype begin = isUrl ? location.indexOf("://"_L1) + 3 : 2;
    const qsizetype slash = location.indexOf(isUrl ? u'/' : u'\\', begin);
    const qsizetype at = location.lastIndexOf(u'@', slash < 0 ? -1 : slash);
    return at < begin ? location : location.first(begin) + location.sliced(at + 1);
}

bool isRemoteLocation(const QString &written)
{
    return SmbPath::looksLike(written) || ClassicLocation::looksLike(written);
}

std::optional<RemoteTarget> targetOf(const QString &location)
{
    if (const auto path = SmbPath::from(location))
        return path->target;
    if (const auto log = ClassicLocation::from(location))
        return log->target;
    return {};
}

SmbPath logFolderBelowAdmin(const RemoteTarget &target)
{
    return {.target = target, .share = QStringLiteral("ADMIN$"), .path = QStringLiteral("System32/winevt/Logs")};
}

SmbPath logFolderBelowC(const RemoteTarget &target)
{
    return {.target = target, .share = QStringLiteral("C$"), .path = QStringLiteral("Windows/System32/winevt/Logs")};
}

} // namespace evident
