// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/openlog.h"

#include "formats/contentkind.h"
#include "formats/evt/evtreader.h"
#include "formats/evtx/evtxreader.h"
#include "formats/text/textreader.h"

#include <algorithm>
#include <array>

namespace evident {

namespace {

/// As many first bytes as any kind of log needs to be known by: an .evtx whose own head is damaged by its first chunk.
constexpr std::size_t HeadSize = 8192;

struct LogKind {
    bool (*sniff)(Bytes head);
    Result<std::shared_ptr<const LogReader>> (*open)(std::shared_ptr<const ByteSource> source, Names &names);
};

/// Asked in this order; kinds with a signature come before those that are known by their text.
constexpr std::array LogKinds{
    LogKind{sniffEvtx, openEvtx},
    LogKind{sniffEvt, openEvt},
    LogKind{sniffTextExport, openTextExport},
};

Result<std::vector<std::uint8_t>> readHead(const ByteSource &source)
{
    std::vector<std::uint8_t> head(HeadSize);
    const auto got = source.read(0, head);
    if (!got)
        return std::unexpected(got.error());
    head.resize(*got);
    return head;
}

} // namespace

QLatin1StringView logFormatName(LogFormat format)
{
    static constexpr std::array names{"evtx", "evt", "xml", "csv", "txt", "jsonl"};
    return QLatin1StringView(names.at(static_cast<std::size_t>(format)));
}

Result<std::shared_ptr<const LogReader>> openLog(std::shared_ptr<const ByteSource> source, Names &names)
{
    const auto head = readHead(*source);
    if (!head)
        return std::unexpected(head.error());
    for (const LogKind &kind : LogKinds) {
        if (kind.sniff(*head))
            return kind.open(std::move(source), names);
    }
    return std::unexpected(Error{.code = ErrorCode::NotALog,
        .what = "bytes of no known kind of log",
        .place = {.source = source->name(), .offset = 0},
        .detail = contentKind(*head)});
}

bool looksLikeLog(const ByteSource &source)
{
    const auto head = readHead(source);
    return head && std::ranges::any_of(LogKinds, [&](const LogKind &kind) { return kind.sniff(*head); });
}

} // namespace evident
