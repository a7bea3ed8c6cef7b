// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/contentkind.h"

#include <QByteArrayView>

#include <algorithm>
#include <array>

namespace evident {

namespace {

struct Signature {
    std::size_t offset;
    QByteArrayView bytes;
    const char *kind;
};

template<std::size_t N>
constexpr QByteArrayView raw(const char (&text)[N])
{
    return QByteArrayView(text, static_cast<qsizetype>(N - 1));
}

constexpr std::array Signatures{
    Signature{0, raw("PK\x03\x04"), "zip"},
    Signature{0, raw("PK\x05\x06"), "zip"},
    Signature{0, raw("7z\xBC\xAF\x27\x1C"), "7z"},
    Signature{0, raw("Rar!\x1A\x07"), "rar"},
    Signature{0, raw("MSCF"), "cab"},
    Signature{0, raw("\x1F\x8B"), "gzip"},
    Signature{0, raw("BZh"), "bzip2"},
    Signature{0,
        raw("\xFD"
            "7zXZ\0"),
        "xz"},
    Signature{0, raw("\x28\xB5\x2F\xFD"), "zstd"},
    Signature{257, raw("ustar"), "tar"},
    Signature{0, raw("regf"), "registry hive"},
    Signature{0, raw("MZ"), "program"},
    Signature{0,
        raw("\x7F"
            "ELF"),
        "ELF program"},
    Signature{0, raw("MDMP"), "crash dump"},
    Signature{0, raw("PAGEDU"), "crash dump"},
    Signature{0, raw("%PDF-"), "PDF"},
    Signature{0, raw("\x89PNG\r\n\x1A\n"), "PNG"},
    Signature{0, raw("\xFF\xD8\xFF"), "JPEG"},
    Signature{0, raw("GIF8"), "GIF"},
    Signature{0, raw("SQLite format 3\0"), "SQLite database"},
    Signature{4, raw("\xEF\xCD\xAB\x89"), "ESE database"},
    Signature{0, raw("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "OLE document"},
    Signature{0, raw("\xFF\xFE"), "UTF-16 text"},
    Signature{0, raw("\xFE\xFF"), "UTF-16 text"},
};

bool matches(Bytes head, const Signature &signature)
{
    const auto length = static_cast<std::size_t>(signature.bytes.size());
    const Bytes part = slice(head, signature.offset, length);
    return part.size() == length && std::memcmp(part.data(), signature.bytes.data(), length) == 0;
}

bool isTextByte(std::uint8_t byte)
{
    return byte >= 0x20 || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

/// Every second byte is zero and the others are text: UTF-16 without a mark.
bool isUtf16WithoutMark(Bytes head)
{
    if (head.size() < 16)
        return false;
    std::size_t fits = 0;
    for (std::size_t i = 0; i + 1 < head.size(); i += 2)
        fits += head[i] != 0 && isTextByte(head[i]) && head[i + 1] == 0 ? 1 : 0;
    return fits * 20 >= head.size() / 2 * 19;
}

const char *textKind(Bytes head)
{
    QByteArrayView text(head.data(), static_cast<qsizetype>(head.size()));
    if (text.startsWith("\xEF\xBB\xBF"))
        text = text.sliced(3);
    text = text.trimmed();
    const QByteArray start = text.first(std::min<qsizetype>(text.size(), 16)).toByteArray().toLower();
    if (start.startsWith("<!doctype html") || start.startsWith("<html"))
        return "HTML";
    if (start.startsWith('<'))
        return "XML";
    return start.startsWith('{') || start.startsWith('[') ? "JSON" : "text";
}

} // namespace

QString contentKind(Bytes head)
{
    if (head.empty())
        return QStringLiteral("empty");
    if (std::ranges::all_of(head, [](std::uint8_t byte) { return byte == 0; }))
        return QStringLiteral("zeros");
    const auto known =
        std::ranges::find_if(Signatures, [&](const Signature &signature) { return matches(head, signature); });
    if (known != Signatures.end())
        return QLatin1StringView(known->kind);
    if (isUtf16WithoutMark(head))
        return QStringLiteral("UTF-16 text");
    if (std::ranges::all_of(head, isTextByte))
        return QLatin1StringView(textKind(head));
    return QStringLiteral("unknown");
}

} // namespace evident
