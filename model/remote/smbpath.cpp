// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/smbpath.h"

#include <QStringList>

#include <algorithm>

namespace evident {

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
    auto parts = partsOf(rest);
    if (!parts || parts->names.isEmpty())
        return {};
    if (isUrl)
        std::ranges::transform(parts->names, parts->names.begin(), decoded);
    SmbPath path{.target = parts->target, .share = parts->names.takeFirst(), .path = {}};
    path.path = parts->names.join(u'/');
    return path;
}

QString SmbPath::text() const
{
    QString text = SmbScheme + target.text() + u'/' + share;
    if (!path.isEmpty())
        text += u'/' + path;
    return text;
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
    ClassicLocation location{.target = parts->target, .log = parts->names.first(), .newest = 0, .since = {}};
    if (question < 0)
        return location;
    const QStringList wishes = rest.sliced(question + 1).split(u'&', Qt::SkipEmptyParts);
    for (const QString &wish : wishes) {
        bool isNumber = false;
        const uint number = wish.section(u'=', 1).toUInt(&isNumber);
        const QString name = wish.section(u'=', 0, 0);
        if (!isNumber)
            return {};
        if (name == u"newest")
            location.newest = number;
        else if (name == u"since")
            location.since = number;
        else
            return {};
    }
    return location;
}

QString ClassicLocation::text() const
{
    QStringList wishes;
    if (newest != 0)
        wishes.append(QStringLiteral("newest=%1").arg(newest));
    if (since)
        wishes.append(QStringLiteral("since=%1").arg(*since));
    const QString text = EventLogScheme + target.text() + u'/' + log;
    return wishes.isEmpty() ? text : text + u'?' + wishes.join(u'&');
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
